/** Who may ask the API, as OpenAPI 3.1 says it: with a session, or from this machine without. */
export const security = [{ session: [] }, { sessionOverHttp: [] }, {}];

const SESSION = 'Given by signing in with GitHub at `/sign-in`, where `COMMSCORE_DASHBOARD` is `github`';

export const securitySchemes = {
  session: cookie('__Host-commscore-session', `${SESSION} and the public address has https.`),
  sessionOverHttp: cookie('commscore-session', `${SESSION} and the public address has no https.`),
};

export const ACCESS =
  'With `COMMSCORE_DASHBOARD=github` a request carries the session cookie of somebody who signed in, and sees what they may. ' +
  'With `local` it carries nothing: it has to come from the machine itself, by a loopback address, for `localhost` or such an address, and by no proxy. ' +
  'With `off` every address is answered with 404.';

/** What is answered instead, whatever was asked for; by names of components. */
export const refusals = {
  NotSignedIn: {
    ...problem('`github`: nobody is signed in, or the session is over.'),
    headers: { 'WWW-Authenticate': { schema: { type: 'string' } } },
  },
  FromElsewhere: problem('`local`: the request is not of this machine.'),
  NotFound: problem('There is no such thing, or who asks may not see it, which look the same.'),
  Unsure: {
    ...problem('`github`: GitHub cannot be asked now what somebody may see.'),
    headers: { 'Retry-After': { description: 'Seconds.', schema: { type: 'integer' } } },
  },
};

/** Every operation has these answers besides its own. */
export const refused = {
  401: referenceTo('NotSignedIn'),
  403: referenceTo('FromElsewhere'),
  404: referenceTo('NotFound'),
  503: referenceTo('Unsure'),
};

function referenceTo(name: keyof typeof refusals) {
  return { $ref: `#/components/responses/${name}` };
}

function cookie(name: string, description: string) {
  return { type: 'apiKey', in: 'cookie', name, description };
}

function problem(description: string) {
  return { description, content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } };
}
