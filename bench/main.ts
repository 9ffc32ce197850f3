import { cpus, loadavg, totalmem } from 'node:os';
import { benchCommunity } from './community.ts';
import { benchLearning } from './learning.ts';
import { benchMeasure } from './measure.ts';
import { benchMemory } from './memory.ts';
import { benchNextTasks } from './next-tasks.ts';
import { benchPages } from './pages.ts';
import { benchPaperCase } from './paper-case.ts';
import { quality } from './quality.ts';
import { benchQuestions } from './questions.ts';
import { benchRequests } from './requests.ts';
import { benchTone } from './tone.ts';
import { benchTypeFolds } from './type-folds.ts';
import { benchWebhooks } from './webhooks.ts';

type Print = (line: string) => void;

const parts: Record<string, { title: string; run: (print: Print) => Promise<void> }> = {
  webhooks: { title: 'webhooks acknowledged, beside a bare Probot', run: benchWebhooks },
  learning: { title: 'learning a git history, beside git alone', run: benchLearning },
  questions: { title: 'latency of questions', run: benchQuestions },
  requests: { title: 'requests to GitHub and their price, on the simulator', run: benchRequests },
  community: { title: 'measuring a community', run: benchCommunity },
  tone: { title: 'surges of displeasure put into histories, found or not', run: benchTone },
  pages: { title: 'time to answer of every page of a large repository, beside an empty one', run: benchPages },
  measure: { title: 'measuring every part of a large repository, in pieces', run: benchMeasure },
  'paper-case': { title: 'the founding paper’s case, made up', run: benchPaperCase },
  memory: { title: 'resident memory', run: benchMemory },
  'next-tasks': { title: 'whether people took what would have been recommended', run: benchNextTasks },
  'type-folds': { title: 'bug, feature or question, by four fifths of the issues', run: benchTypeFolds },
  quality: { title: 'quality of the answers on real histories', run: (print) => quality(print, () => true) },
};

async function main(wanted: string[]): Promise<void> {
  const unknown = wanted.find((name) => !Object.hasOwn(parts, name));
  if (unknown !== undefined) {
    console.error(`no part is called ${unknown}: choose of ${Object.keys(parts).join(', ')}, or none for all`);
    process.exitCode = 2;
    return;
  }
  console.log(machine());
  for (const [name, { title, run }] of Object.entries(parts)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const started = performance.now();
    console.log(`\n${name}: ${title}`);
    await run(console.log);
    console.log(`  (${((performance.now() - started) / 1000).toFixed(0)} s, load ${load()})`);
  }
}

function machine(): string {
  const memory = `${(totalmem() / 2 ** 30).toFixed(0)} GiB`;
  return `${cpus().length} cores, ${memory}, ${process.platform}, Node ${process.versions.node}, load ${load()}`;
}

/** Of the last minute: what else keeps the machine busy shows here. */
function load(): string {
  return (loadavg()[0] ?? 0).toFixed(1);
}

await main(process.argv.slice(2));
