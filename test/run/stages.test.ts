import { describe, expect, it } from 'vitest';
import type { Stage } from '../../src/run/stage.ts';
import { FILE_STAGES } from '../../src/run/stages.ts';
import { knowledge } from '../default-knowledge.ts';
import { seed } from './inputs.ts';

describe.each(FILE_STAGES.map((stage) => [stage.name, stage as unknown as Stage<unknown, unknown>] as const))('the stage %s', (name, stage) => {
  it.each([0, 1, 2, 3, 4])('keeps its contract on seed %i: input and output fit the schemas, the output survives JSON, a second run gives the same', async (number) => {
    const input = await seed(number, name);
    expect(stage.input.safeParse(input).error).toBeUndefined();
    const output = await stage.run(input, { knowledge });
    expect(stage.output.safeParse(output).error).toBeUndefined();
    const json = JSON.stringify(output);
    expect(stage.output.safeParse(JSON.parse(json)).error).toBeUndefined();
    expect(JSON.stringify(await stage.run(input, { knowledge }))).toBe(json);
  });

  it('gives the same from the JSON of the stage before it', async () => {
    const input = await seed(3, name);
    const copy = input instanceof Uint8Array ? new Uint8Array(input) : JSON.parse(JSON.stringify(input));
    expect(JSON.stringify(await stage.run(copy, { knowledge }))).toBe(JSON.stringify(await stage.run(input, { knowledge })));
  });

  it('reads only the knowledge it declares', async () => {
    const declared = new Proxy(knowledge, {
      get(target, property) {
        if (!(stage.knowledge as readonly (string | symbol)[]).includes(property)) throw new Error(`${name} reads "${String(property)}", which it does not declare`);
        return Reflect.get(target, property);
      },
    });
    for (const number of [0, 1, 2, 3, 4]) await stage.run(await seed(number, name), { knowledge: declared });
  });
});
