import { getPrivateKey } from '@probot/get-private-key';
import type { Logger } from 'pino';
import { Probot } from 'probot';
import type { ProcessSettings } from './config/process-settings.ts';
import { SettingsError } from './config/settings-error.ts';
import type { RequestHandler } from './github/webhook-server.ts';

export type ProbotOptions = NonNullable<ConstructorParameters<typeof Probot>[0]>;

/** How Probot authenticates, throttles and retries towards GitHub. @throws SettingsError */
export function probotOptions({ app, github, redisUrl }: ProcessSettings, log: Logger): ProbotOptions {
  if (app === null) throw new SettingsError('APP_ID is missing: set it to the id of the GitHub App.');
  return {
    appId: app.id,
    privateKey: privateKeyOf(app),
    baseUrl: github.rest,
    log,
    ...(redisUrl === undefined ? {} : { redisConfig: redisUrl }),
  };
}

/** For Probot's server: the same, with our own door in place of its webhook middleware. */
export function probotWithDoor(options: ProbotOptions, door: RequestHandler): typeof Probot {
  return class extends Probot.defaults(options) {
    override async getNodeMiddleware() {
      return async (...[req, res]: Parameters<RequestHandler>) => door(req, res);
    }
  } as typeof Probot;
}

function privateKeyOf({ privateKey, privateKeyPath }: NonNullable<ProcessSettings['app']>): string {
  const env = {
    ...(privateKey === null ? {} : { PRIVATE_KEY: privateKey }),
    ...(privateKeyPath === null ? {} : { PRIVATE_KEY_PATH: privateKeyPath }),
  };
  try {
    const key = getPrivateKey({ env });
    if (key !== null) return key;
  } catch (cause) {
    // Its messages may repeat what was given, and that is a secret.
    const which = privateKey === null ? `PRIVATE_KEY_PATH (${privateKeyPath})` : 'PRIVATE_KEY';
    throw new SettingsError(`${which} holds no private key: give the PEM file that GitHub made for the App.`, {
      cause,
    });
  }
  throw new SettingsError('PRIVATE_KEY is empty: set it to the private key of the GitHub App.');
}
