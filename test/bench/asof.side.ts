import { type App, openApp } from '../../apps/api/app';
import { klubba } from '../../apps/api/composition';
import { demoIdentity } from '../../apps/api/demo-identitet';
import { settingsFrom } from '../../apps/api/settings';
import type { Opened } from './asof';
import type { Folder } from './folder';
import { serve } from './side';

let settings: ReturnType<typeof settingsFrom>;
let app: App | undefined;

// In one process, so that the compiler is warm and nothing else is.
serve({
  start: ({ dataDir, masterKey }: Folder) => {
    settings = settingsFrom({ DATA_DIR: dataDir, KLUBBA_MASTER_KEY: masterKey, PORT: '0' });
  },
  openAnew: async (): Promise<Opened> => {
    await app?.close();
    app = await openApp(klubba, settings, await demoIdentity(settings));
    const port = Number(new URL(await app.listen()).port);
    return { port, upplaga: app.house.log.store.upplaga };
  },
});
