import { parseArgs } from 'node:util';
import { seedClone } from '../demo/community/seed-clone.ts';
import { seedCommunity } from '../demo/community/seed-community.ts';
import { startSimulator } from './simulator.ts';

/** The simulator as a process of its own: one line of JSON says where it is, `/_simulator/...` drives it. */
const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    webhook: { type: 'string' },
    community: { type: 'boolean', default: false },
    clone: { type: 'string' },
  },
});

const simulator = await startSimulator({
  port: Number(values.port),
  ...(values.webhook === undefined ? {} : { webhookUrl: values.webhook }),
  seeds: { community: (it) => seedCommunity(it), clone: seedClone },
});
await simulator.warm();
if (values.community) await seedCommunity(simulator);
if (values.clone !== undefined) await seedClone(simulator, values.clone);
console.log(JSON.stringify({ address: simulator.address, environment: simulator.environment() }));

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    simulator.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  });
}
