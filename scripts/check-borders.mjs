/**
 * Checks who imports whom in the tree at the given folder (default: here) against .dependency-cruiser.mjs.
 * Exit code 1 on any violation, and when no module was seen: a check that looks at nothing must not be green.
 */
import { existsSync } from 'node:fs';
import { cruise } from 'dependency-cruiser';
import config from '../.dependency-cruiser.mjs';

const SOURCE_FOLDERS = ['apps', 'libs', 'test', 'bench', 'replay', 'scripts'];

process.chdir(process.argv[2] ?? '.');

const { enhancedResolveOptions, ...options } = config.options;
const { output } = await cruise(
  SOURCE_FOLDERS.filter((folder) => existsSync(folder)),
  { ...options, ruleSet: { forbidden: config.forbidden }, validate: true },
  enhancedResolveOptions,
);
const { violations, totalCruised, totalDependenciesCruised } = output.summary;

for (const { rule, from, to } of violations) console.error(`${rule.name}: ${from} -> ${to}`);
if (totalCruised === 0) console.error('no module was seen');
console.log(`${totalCruised} modules, ${totalDependenciesCruised} dependencies, ${violations.length} violations`);
process.exitCode = violations.length > 0 || totalCruised === 0 ? 1 : 0;
