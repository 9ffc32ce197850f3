import { afterEach, describe, expect, it } from '@jest/globals';
import { labelsModelName, openLabelsModel } from '../../src/cli/labels-model.ts';
import { SettingsError } from '../../src/config/settings-error.ts';
import { startTextModelServer, type TextModelServer } from '../servers/text-models.ts';

describe('a labels model for a back-test', () => {
  let server: TextModelServer | undefined;
  afterEach(async () => {
    await server?.close();
    server = undefined;
  });

  const bug = [{ label: 'bug', score: 0.9 }];

  async function open(env: Record<string, string> = {}) {
    server = await startTextModelServer({ embedAt: [], predict: () => bug });
    const model = openLabelsModel('acme/labels', { HF_LABELS_URL: server.url, ...env });
    if (model === null) throw new Error('no model was opened');
    return { server, model };
  }

  it('is named on the command line, or else by HF_LABELS_MODEL', () => {
    expect(labelsModelName('acme/labels', {})).toBe('acme/labels');
    expect(labelsModelName(true, { HF_LABELS_MODEL: ' acme/own ' })).toBe('acme/own');
    expect(() => labelsModelName(true, {})).toThrow(SettingsError);
  });

  it('needs no other endpoint than its own', async () => {
    const { server, model } = await open();

    expect(await model.rate('It crashes')).toEqual(bug);
    expect(server.requests.at(-1)?.inputs).toEqual(['It crashes']);
  });

  it('is not opened where no server is configured, whatever it is called', () => {
    expect(openLabelsModel('acme/labels', {})).toBeNull();
    expect(openLabelsModel('acme/labels', { HF_LABELS_MODEL: 'acme/own' })).toBeNull();
  });

  it('refuses a name that is none, before anything is sent', () => {
    expect(() => openLabelsModel('../../etc', { HF_LABELS_URL: 'http://localhost:1' })).toThrow(/HF_LABELS_MODEL/);
  });

  it('is sent no more characters than the budget', async () => {
    const { server, model } = await open({ HF_DAILY_CHARACTERS: '10' });

    expect(await model.rate('12345678')).toEqual(bug);
    const before = server.requests.length;
    expect(await model.rate('12345678')).toBeNull();
    expect(server.requests).toHaveLength(before);
    expect(model.because()).toBe('HF_DAILY_CHARACTERS is used up');
  });

  it('says why there is no answer, in words of ours', async () => {
    const { server, model } = await open();
    server.failWith = 401;

    expect(await model.rate('It crashes')).toBeNull();
    expect(model.because()).toBe('the token is missing, wrong or may not use this model: see HF_TOKEN');
  });
});
