/**
 * `node --import` of this file lets a child process run our TypeScript sources as the tests do: through swc.
 * What a file became is kept for the next process, by what stands in it: tests start hundreds.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire, enableCompileCache, registerHooks } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
/** Of this version of the compiler and its settings. */
const MANNER = [require('@swc/core/package.json').version, readFileSync(new URL('../../.swcrc', import.meta.url))];
const KEPT = join(tmpdir(), `aterkom-typescript-${process.getuid?.() ?? ''}`);

mkdirSync(KEPT, { recursive: true, mode: 0o700 });
enableCompileCache(join(KEPT, 'compiled'));

/** Relative imports name the compiled file. */
function sourceOf(specifier, { parentURL }) {
  if (!/^\.{1,2}\/.*\.js$/.test(specifier)) return undefined;
  const url = new URL(specifier.replace(/\.js$/, '.ts'), parentURL);
  return existsSync(url) ? url.href : undefined;
}

function keyOf(...parts) {
  const hash = createHash('sha256');
  for (const part of [...MANNER, ...parts]) hash.update(part).update('\0');
  return hash.digest('hex');
}

function transformed(filename) {
  const source = readFileSync(filename, 'utf8');
  const kept = join(KEPT, keyOf(filename, source));
  if (existsSync(kept)) return readFileSync(kept, 'utf8');
  // Loaded when it is needed: it is large.
  const { code } = require('@swc/core').transformSync(source, { filename, sourceMaps: 'inline' });
  // As one, for another process may be reading.
  writeFileSync(`${kept}.${process.pid}`, code);
  renameSync(`${kept}.${process.pid}`, kept);
  return code;
}

registerHooks({
  resolve(specifier, context, next) {
    return next(sourceOf(specifier, context) ?? specifier, context);
  },
  load(url, context, next) {
    if (!url.endsWith('.ts')) return next(url, context);
    return { format: 'module', source: transformed(fileURLToPath(url)), shortCircuit: true };
  },
});
