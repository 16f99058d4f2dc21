import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { HEAP_OPTIONS, withHeapOptions } from './heap.js';

describe('the heap of a process', () => {
  test('is limited where the operator says nothing', () => {
    expect(withHeapOptions({ PATH: '/bin' })).toEqual({ PATH: '/bin', NODE_OPTIONS: HEAP_OPTIONS });
  });

  test('is as large as the operator says', () => {
    const { NODE_OPTIONS } = withHeapOptions({ NODE_OPTIONS: '--max-old-space-size=2048' });
    expect(NODE_OPTIONS).toBe(`${HEAP_OPTIONS} --max-old-space-size=2048`);
  });

  test('is limited alike in containers', () => {
    expect(readFileSync('docker-compose.yml', 'utf8')).toContain(`NODE_OPTIONS: ${HEAP_OPTIONS}\n`);
  });
});
