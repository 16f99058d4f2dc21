import type { RowReport } from '#events/contracts/index';
import { importRowTexts } from '../../texts/import-row.texts.js';
import type { Language } from '../../texts/texts.js';
import type { RowReportDto } from '../import.dto.js';

export const messageOf = (code: string, language: Language): string => importRowTexts[code]?.[language] ?? code;

export const shownRow = ({ reasons, ...row }: RowReport, language: Language): RowReportDto => ({
  ...row,
  reasons: reasons.map((reason) => ({ ...reason, message: messageOf(reason.code, language) })),
});
