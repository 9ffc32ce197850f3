import { register } from 'node:module';

// `node --import` of this file lets a child process run the TypeScript of this repository as it stands.
register('./typescript-hook.js', import.meta.url);
