import { demoIdentity } from '../api/demo-identitet';
import { openApp } from '../api/app';
import { klubba } from '../api/composition';
import { settingsFrom } from '../api/settings';

/** A Klubba of its own on a free port, empty, over files in a folder; and a token with every role that a play asks for. Throws CannotStart. */
export const tillfallig = async (dataDir: string): Promise<{ readonly url: string; readonly token: string; readonly close: () => Promise<void> }> => {
  const settings = settingsFrom({ PORT: '0', DATA_DIR: dataDir });
  const identity = await demoIdentity(settings);
  const app = await openApp(klubba, settings, identity);
  const token = await identity.token('registrator', { roller: { '*': ['registrator', 'namndsekreterare', 'ordforande'] } });
  return { url: await app.listen(), token, close: () => app.close() };
};
