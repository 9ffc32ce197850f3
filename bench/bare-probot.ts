import { generateKeyPairSync } from 'node:crypto';
import { pino } from 'pino';
import { Probot, Server } from 'probot';

// What the app's webhook door is measured against: Probot as it comes, with a handler that does nothing.
const privateKey = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
const log = pino({ level: 'warn' });
const server = new Server({
  log,
  host: '127.0.0.1',
  port: Number(process.env.PORT),
  Probot: Probot.defaults({
    appId: 1,
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    secret: process.env.WEBHOOK_SECRET ?? '',
    log,
  }),
});
server.addHandler((req, res) => {
  if (req.url !== '/healthz') return false;
  res.end('up');
  return true;
});
await server.load((app) => {
  app.on('issues.opened', async () => undefined);
});
await server.start();
