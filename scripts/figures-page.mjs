/** Writes docs/figures.md on standard output from the definitions beside the view; `npm run figures-page` keeps it. */
import { pathToFileURL } from 'node:url';

const list = (definitions) =>
  definitions.map(
    ({ column, sv, en }) => `- \`${column}\`: **${en.heading}** / ${sv.heading}\n  - ${en.meaning}\n  - ${sv.meaning}`,
  );

const section = (title, definitions) => [`## ${title}`, '', ...list(definitions), ''];

export const figuresPage = (definitions) =>
  [
    '# Figures',
    '',
    'What every column of `GET /api/figures` and of the reports means, in English and Swedish. The answers carry the same definitions.',
    'Written by `npm run figures-page`.',
    '',
    ...section('What rows are grouped by', definitions.groupDefinitions),
    ...section('What is counted', definitions.measureDefinitions),
    ...section('Calls per card', definitions.callsPerCardDefinitions),
    '## Reports',
    '',
    'Each row names in `behind` where the orders, calls or cases are listed that it is added up from; `GET /api/reports/outcomes` lists those',
    'behind the figures. Figures and conversion tell what the calls led to; `GET /api/reports/orders` tells what became of the orders, `GET /api/reports/mail`',
    'of their thank-you mails, and `GET /api/reports/cases` how long admin lets cases wait.',
    '',
    ...section('Orders: what rows are grouped by', definitions.salesGroupDefinitions),
    ...section('Orders: what is counted', definitions.salesDefinitions),
    ...section('Mail delivery: what rows are grouped by', definitions.mailGroupDefinitions),
    ...section('Mail delivery: what is counted', definitions.mailDefinitions),
    ...section('Cases: what rows are grouped by', definitions.caseGroupDefinitions),
    'Working time is 08:00-17:00 on working days, whatever hours a campaign calls (R7); a row has the ages of the moment when it is read.',
    '',
    ...section('Cases: what is counted', definitions.caseDefinitions),
    ...section('Conversion: what rows are grouped by', definitions.conversionGroupDefinitions),
    ...section('Conversion: what is counted', definitions.conversionDefinitions),
  ].join('\n');

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  process.stdout.write(
    figuresPage({
      ...(await import('#read-models/figures/figure-definitions')),
      ...(await import('#read-models/reports/sales-definitions')),
      ...(await import('#read-models/reports/mail-definitions')),
      ...(await import('#read-models/reports/case-definitions')),
      ...(await import('#read-models/reports/conversion-definitions')),
    }),
  );
