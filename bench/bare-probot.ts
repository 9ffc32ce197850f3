import { pino } from 'pino';
import { Probot, Server } from 'probot';

// What the app's webhook door is measured against: Probot as it comes, with a handler that does nothing.
const log = pino({ level: process.env.LOG_LEVEL ?? 'warn' });
const server = new Server({
  log,
  host: '127.0.0.1',
  port: Number(process.env.PORT),
  Probot: Probot.defaults({
    appId: Number(process.env.APP_ID),
    privateKey: process.env.PRIVATE_KEY ?? '',
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
