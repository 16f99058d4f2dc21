import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const KIB_PER_MB = 1e6 / 1024;

/** Resident memory of a process, in MB (10^6 bytes). */
export async function residentMb(pid: number): Promise<number> {
  const { stdout } = await promisify(execFile)('ps', ['-o', 'rss=', '-p', String(pid)]);
  return Number(stdout.trim()) / KIB_PER_MB;
}

/** By how much the line through the values (least squares) rises from the first to the last of them. */
export function rise(values: readonly number[]): number {
  const middle = (values.length - 1) / 2;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const along = values.reduce((sum, value, index) => sum + (index - middle) * (value - mean), 0);
  const spread = values.reduce((sum, _, index) => sum + (index - middle) ** 2, 0);
  return (along / spread) * (values.length - 1);
}
