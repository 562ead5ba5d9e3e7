import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

const call = (program: string, ...given: readonly string[]): boolean => spawnSync(program, given).status === 0;

/** A file system of its own, of so many bytes, which can be made larger. */
export interface SmallDisk {
  readonly folder: string;
  /** Bytes that are left. */
  free(): number;
  resize(bytes: number): void;
}

const size = (bytes: number): string => `size=${Math.ceil(bytes / 4096) * 4096}`;

/** Makes a small disk in memory, until the test ends; null where this user may not. */
export function smallDisk(bytes: number): SmallDisk | null {
  const folder = mkdtempSync(join(tmpdir(), 'bezero-disk-'));
  const isMounted = call('mount', '-t', 'tmpfs', '-o', size(bytes), 'tmpfs', folder);
  onTestFinished(() => {
    if (isMounted) call('umount', '--lazy', folder);
    rmSync(folder, { recursive: true, force: true });
  });
  if (!isMounted) return null;
  return {
    folder,
    free: () => statfsSync(folder).bavail * statfsSync(folder).bsize,
    resize: (now) => call('mount', '-o', `remount,${size(now)}`, folder),
  };
}

/** Whether this user may make small disks. */
export const canMakeDisks = ((): boolean => {
  const folder = mkdtempSync(join(tmpdir(), 'bezero-disk-'));
  const can = call('mount', '-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder);
  if (can) call('umount', folder);
  rmSync(folder, { recursive: true, force: true });
  return can;
})();
