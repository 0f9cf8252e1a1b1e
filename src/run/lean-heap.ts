import { setFlagsFromString } from 'node:v8';

/**
 * Lets the heap grow by no more than half between two collections. V8 lets a small heap grow fourfold first, which is much where a process
 * lives for hours over ten thousand files, and saves a few per cent of its time.
 */
export function keepHeapLean(): void {
  setFlagsFromString('--heap-growing-percent=50');
}
