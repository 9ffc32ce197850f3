import { createInterface } from 'node:readline';
import { createRepositoryModel } from '../match/repository-model.ts';
import { createStream } from '../triage/stream.ts';

/** Lines in, lines out, one at a time: an answer is written before the next line is looked at. */
export async function stream(input: NodeJS.ReadableStream, output: NodeJS.WritableStream): Promise<void> {
  const answer = createStream(createRepositoryModel());
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    const text = answer(line);
    if (text === null) continue;
    await new Promise<void>((resolve, reject) =>
      output.write(`${text}\n`, (error) => (error ? reject(error) : resolve())),
    );
  }
}
