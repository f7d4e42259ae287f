import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import * as lag from './index';

it('ren: räknar utan klocka och slump', () => {
  const kasta = (): never => {
    throw new Error('no clock and no chance here');
  };
  const ursprung = { Date: globalThis.Date, random: Math.random, Now: Temporal.Now };
  const svar: unknown[] = [];
  try {
    globalThis.Date = Object.assign(function () { kasta(); }, { now: kasta, parse: kasta, UTC: kasta }) as unknown as DateConstructor;
    Math.random = kasta;
    Object.defineProperty(Temporal, 'Now', { configurable: true, get: kasta });
    svar.push(
      lag.lokaltDatum('2018-04-12T22:00:00Z'),
      lag.sistaLaglighet('2018-04-10').datum,
      lag.justeringSenast('2026-12-17').datum,
      lag.kallelseSenast('2018-03-21', { dagar: 5, slag: 'kalenderdagar' }).datum,
      lag.lagaKraft('LAGLIGHETSPROVNING', '2018-04-06', false).lage,
      lag.sistaForvaltningsbesvar('2026-11-25', [{ part: 'parten', fickDel: '2026-12-03' }]).lagaKraftTidigast,
      lag.helgdagar(2031).length,
      lag.lagrum('jav', '2026-11-18').lage,
      lag.provaBeslutforhet({ paragraf: 1, motesdatum: '2026-11-18', antalLedamoter: 11, tjanstgorande: [] })?.kod,
      lag.provaPublicering('850213-1234')?.kod,
    );
  } finally {
    globalThis.Date = ursprung.Date;
    Math.random = ursprung.random;
    Object.defineProperty(Temporal, 'Now', { configurable: true, writable: true, value: ursprung.Now });
  }
  expect(svar).toEqual(['2018-04-13', '2018-05-02', '2027-01-04', '2018-03-16', 'TIDIGAST', '2026-12-29', 13, 'KAND', 'EJ_BESLUTFOR', 'FAR_INTE_PUBLICERAS']);
});

it('ren: mappen hämtar inget utifrån', () => {
  const filer = readdirSync(__dirname).filter((fil) => fil.endsWith('.ts') && !fil.endsWith('.spec.ts'));
  expect(filer.length).toBeGreaterThan(5);
  for (const fil of filer) {
    const hamtat = [...readFileSync(resolve(__dirname, fil), 'utf8').matchAll(/ from '([^']+)'/g)].map(([, mal]) => mal);
    expect([fil, hamtat.filter((mal) => !mal!.startsWith('./'))]).toEqual([fil, []]);
  }
});
