import type { SignIn } from '../../src/web/access.ts';

const held = new Map<string, { personId: number; login: string }>();

/** Where people sign in, with sessions in memory and a GitHub that knows nobody. */
export const sampleSignIn: SignIn = {
  publicUrl: 'https://commscore.example.com',
  secret: 's'.repeat(40),
  operators: new Set(['olga']),
  sessions: {
    startSession: async (idHash, session) => void held.set(idHash, session),
    findSession: async (idHash) => held.get(idHash) ?? null,
    endSession: async (idHash) => void held.delete(idHash),
  },
  gitHub: { address: ({ state }) => `https://github.com/?${new URLSearchParams({ state })}`, person: async () => null },
  writable: async () => new Set(['acme/app']),
  log: { info: () => {}, warn: () => {}, error: () => {} },
};
