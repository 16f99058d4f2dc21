/** Writes docs/figures.md on standard output from the definitions beside the view; `npm run figures-page` keeps it. */
import { pathToFileURL } from 'node:url';

const list = (definitions) =>
  definitions.map(
    ({ column, sv, en }) => `- \`${column}\`: **${en.heading}** / ${sv.heading}\n  - ${en.meaning}\n  - ${sv.meaning}`,
  );

const section = (title, definitions) => [`## ${title}`, '', ...list(definitions), ''];

export const figuresPage = ({ groupDefinitions, measureDefinitions, callsPerCardDefinitions }) =>
  [
    '# Figures',
    '',
    'What every column of `GET /api/figures` means, in English and Swedish. The answer carries the same definitions.',
    'Written by `npm run figures-page`.',
    '',
    ...section('What rows are grouped by', groupDefinitions),
    ...section('What is counted', measureDefinitions),
    ...section('Calls per card', callsPerCardDefinitions),
  ].join('\n');

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  process.stdout.write(figuresPage(await import('#read-models/figures/figure-definitions')));
