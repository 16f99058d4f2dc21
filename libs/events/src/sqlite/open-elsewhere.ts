import Database from 'better-sqlite3';
import { isBusy, onFile } from './sqlite-errors.js';

/**
 * Whether anybody else has the log open, in this process or another. Whoever has a file that is written ahead open holds a
 * shared lock on it, which an exclusive one does not go beside. @throws StoreUnavailable
 */
export const isOpenElsewhere = (file: string): boolean =>
  onFile(file, () => {
    const db = new Database(file, { fileMustExist: true, timeout: 0 });
    try {
      db.pragma('locking_mode = EXCLUSIVE');
      db.exec('BEGIN EXCLUSIVE; ROLLBACK');
      return false;
    } catch (error) {
      if (isBusy(error)) return true;
      throw error;
    } finally {
      db.close();
    }
  });
