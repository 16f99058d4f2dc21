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
    'Each row names in `behind` where the orders or calls are listed that it is added up from; `GET /api/reports/outcomes` lists those',
    'behind the figures. Figures and conversion tell what the calls led to; `GET /api/reports/orders` tells what became of the orders, `GET /api/reports/mail`',
    'of their thank-you mails.',
    '',
    ...section('Orders: what rows are grouped by', definitions.salesGroupDefinitions),
    ...section('Orders: what is counted', definitions.salesDefinitions),
    ...section('Mail delivery: what rows are grouped by', definitions.mailGroupDefinitions),
    ...section('Mail delivery: what is counted', definitions.mailDefinitions),
    ...section('Conversion: what rows are grouped by', definitions.conversionGroupDefinitions),
    ...section('Conversion: what is counted', definitions.conversionDefinitions),
  ].join('\n');

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  process.stdout.write(
    figuresPage({
      ...(await import('#read-models/figures/figure-definitions')),
      ...(await import('#read-models/reports/sales-definitions')),
      ...(await import('#read-models/reports/mail-definitions')),
      ...(await import('#read-models/reports/conversion-definitions')),
    }),
  );
