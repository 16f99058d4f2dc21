import type { Texts } from './texts.js';

export const importTexts: Texts = {
  'import.unknown': { sv: 'Importen finns inte.', en: 'There is no such import.' },
  'import.another-file': { sv: 'Importen började med en annan fil.', en: 'The import was started with another file.' },
  'import.started-otherwise': {
    sv: 'Importen började med en annan omgång eller kolumnmappning.',
    en: 'The import was started with another round or mapping.',
  },
  'import.rows-out-of-order': {
    sv: 'Rad {row} kommer inte efter raden före.',
    en: 'Row {row} does not come after the row before it.',
  },
  'import.complete': { sv: 'Importen blev klar {completedAt}.', en: 'The import was completed at {completedAt}.' },
  'upload.file-missing': { sv: 'Formuläret innehåller ingen fil.', en: 'The form holds no file.' },
  'upload.malformed': { sv: 'Formuläret kan inte läsas.', en: 'The form cannot be read.' },
  'mapping.malformed': {
    sv: 'Mappningen ska vara JSON: fält och rubrik.',
    en: 'The mapping must be JSON: field and heading.',
  },
  'mapping.field-unknown': {
    sv: 'Mappningen nämner fält som ett kort inte har: {fields}.',
    en: 'The mapping names fields that a card does not have: {fields}.',
  },
  'mapping.heading-unknown': {
    sv: 'Mappningen nämner rubriker som filen inte har. Filen har: {headings}.',
    en: 'The mapping names headings that the file does not have. The file has: {headings}.',
  },
  'mapping.needs-name': {
    sv: 'Ingen kolumn hittades eller angavs för arbetsställets namn. Filen har: {headings}.',
    en: 'No column was found or named for the name of the workplace. The file has: {headings}.',
  },
  'file.empty': { sv: 'Filen är tom.', en: 'The file holds nothing.' },
  'file.too-large': { sv: 'En fil får ha högst {limitBytes} byte.', en: 'A file may hold {limitBytes} bytes.' },
  'file.no-table': {
    sv: 'Filen är varken en texttabell eller en arbetsbok.',
    en: 'The file is neither a text table nor a workbook.',
  },
  'file.workbook-too-old': {
    sv: 'Spara arbetsboken i det nyare formatet (.xlsx) eller som CSV.',
    en: 'Save the workbook in the newer format (.xlsx) or as CSV.',
  },
  'file.workbook-unreadable': {
    sv: 'Arbetsboken är skadad eller skyddad.',
    en: 'The workbook is damaged or protected.',
  },
  'file.workbook-too-large': {
    sv: 'Arbetsboken är för stor. Spara den som CSV: textfiler får vara större.',
    en: 'The workbook is too large. Save it as CSV: text files may be larger.',
  },
  'file.quote-not-closed': {
    sv: 'Citattecknet som öppnas på rad {line} stängs inte.',
    en: 'The quotation mark opened at line {line} is not closed.',
  },
  'file.quote-misplaced': {
    sv: 'Ett citattecken på rad {line} står fel. Raden började på rad {rowBeganAtLine}.',
    en: 'A quotation mark at line {line} stands in the wrong place. The row began at line {rowBeganAtLine}.',
  },
  'file.row-too-large': {
    sv: 'Raden som börjar på rad {line} är större än {limitBytes} byte. Saknas ett citattecken?',
    en: 'The row at line {line} is larger than {limitBytes} bytes. Is a quotation mark not closed?',
  },
  'file.too-many-rows': { sv: 'En fil får ha högst {limitRows} rader.', en: 'A file may hold {limitRows} rows.' },
  'file.too-many-columns': {
    sv: 'En fil får ha högst {limitColumns} kolumner. Den här har {columns}.',
    en: 'A file may hold {limitColumns} columns. This one has {columns}.',
  },
  'file.no-rows': { sv: 'Det finns inga rader under rubriken.', en: 'There are no rows below the heading.' },
};
