import { openApp } from './app';
import { klubba } from './composition';
import { demoIdentity } from './demo-identitet';
import { settingsFrom } from './settings';

/** The whole API as text, from the very app that is served, on stores in memory. */
export const printedSchema = async (): Promise<string> => {
  const settings = settingsFrom({ DATA_DIR: ':memory:' });
  const app = await openApp(klubba, settings, await demoIdentity(settings));
  await app.close();
  return app.schema();
};
