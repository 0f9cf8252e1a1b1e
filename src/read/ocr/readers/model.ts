import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';

/** The language of the model, as the engines name it. */
export const LANGUAGE = 'vie';
/** `best_int` reads "loại II" right where the smaller model says "loại H", at the same speed. */
const VARIANT = '4.0.0_best_int';

const require = createRequire(import.meta.url);

const MODEL_PACKAGE = require.resolve('@tesseract.js-data/vie/package.json');

/** Version of an installed package, by its description file. */
export function versionIn(descriptionFile: string): string {
  return (require(descriptionFile) as { version: string }).version;
}

/** The folder of the installed package that holds `vie.traineddata.gz`. */
export function modelFolder(): string {
  return join(dirname(MODEL_PACKAGE), VARIANT);
}

/** Name and version of the model: part of what a recognized page depends on. */
export function modelVersion(): string {
  return `${LANGUAGE} ${versionIn(MODEL_PACKAGE)} ${VARIANT}`;
}

/**
 * Unpacks the model into a folder, for an engine that cannot read it compressed. Written under another name and
 * renamed, so that two processes may do it at the same time; what is there with the right length is kept.
 * @returns the folder that holds `vie.traineddata`.
 */
export async function unpackModel(folder: string): Promise<string> {
  const target = join(folder, `${LANGUAGE}.traineddata`);
  const data = await promisify(gunzip)(await readFile(join(modelFolder(), `${LANGUAGE}.traineddata.gz`)));
  const known = await stat(target).catch(() => null);
  if (known?.size === data.length && (await readFile(target)).equals(data)) return folder;
  await mkdir(folder, { recursive: true });
  const draft = join(folder, `.${randomUUID()}`);
  try {
    await writeFile(draft, data);
    await rename(draft, target);
  } finally {
    await rm(draft, { force: true });
  }
  return folder;
}
