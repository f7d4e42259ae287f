import { createHash, randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { arendet } from '@klubba/arende';
import { handlingen, handlingsversion } from '@klubba/handling';
import { asOf, GALLRAT, isRefusal, type Package, type PackageFile, type PackageLine, type PackagePart, type Sealed, type Token } from '@klubba/kernel';
import { namnden } from '@klubba/namnd';
import { type Dagordningsrad, dagordningsrader, type Kallelse, kallelsehash, nummertext, oppetFor, type Punkt, type Sammantrade, sammantradet } from '@klubba/sammantrade';
import { tjansteskrivelsen } from '@klubba/tjansteskrivelse';
import type { KallelseAddress } from './filadress';
import type { EdgeOptions } from './graphql-driver';
import { attachment, NOTHING_RUNS, OLD, provaPerson, WRONG } from './hamtning';
import type { House } from './house';
import { FILE_HEADERS, FileRefused, refuseFile, toldRefusal } from './uppladdning';

const BYTES_MAX = 100 * 2 ** 20;
const SLAG = { kallelse: 'Kallelse', kompletterande_kallelse: 'Kompletterande kallelse', tillaggslista: 'Tilläggslista' } as const;

/**
 * `GET /handlingar/kallelse/<address>`: a kallelse as it was sent, with its handlingar, as one file. What is open and what is
 * secret leave apart, each by the classes of today (A10). That somebody fetched it is a fact before they have it.
 */
export const serveKallelsepaket = (app: FastifyInstance, edge: EdgeOptions): void => {
  const { log, files, house } = edge;
  app.get('/handlingar/kallelse/*', async (request, reply) => {
    let address: KallelseAddress | 'gammal' | undefined;
    const tell = (utfall: string): void => {
      if (typeof address === 'object') log.info({ sammantrade: address.sammantrade, version: address.version, del: address.del, by: address.by, utfall }, 'kallelsepaket');
    };
    try {
      address = files.readKallelse((request.params as { readonly '*': string })['*']);
      if (address === undefined) throw WRONG;
      if (address === 'gammal') throw OLD;
      await provaPerson(edge, request, address);
      if (!address.klasser.includes(address.del === 'sekretess' ? 'sekretess' : 'arbetsmaterial')) throw new FileRefused(403, 'BEHORIGHET_SAKNAS', 'Du får inte läsa den delen av kallelsen.');
      const innehall = await paketet(house, address);
      const bundet = await house.binder.bind(innehall);
      if (isRefusal(bundet)) throw new FileRefused(413, bundet.hinder[0].kod, bundet.hinder[0].text);
      await notera(house, address, createHash('sha256').update(bundet.bytes).digest('hex'));
      tell('LAMNAD');
      return await reply.headers({
        ...FILE_HEADERS, ...NOTHING_RUNS, 'content-type': bundet.mediaType, 'content-length': String(bundet.bytes.length),
        'content-disposition': attachment(`${innehall.title}.${bundet.mediaType === 'application/pdf' ? 'pdf' : 'zip'}`),
      }).send(Buffer.from(bundet.bytes));
    } catch (fault) {
      const refused = toldRefusal(fault, log);
      tell(refused.kod);
      return refuseFile(reply as FastifyReply, refused);
    }
  });
};

const notera = async (house: House, { sammantrade, version, del, by: person }: KallelseAddress, filhash: string): Promise<void> => {
  const wish = { category: sammantradet.category, id: sammantrade, command: { type: 'NoteraKallelsehamtning', data: { version, person, del, filhash } } };
  const noterad = await house.give(wish, { by: 'system:kallelsepaket', command: randomUUID(), correlation: randomUUID(), cause: null, finns: true, roll: () => 'system' });
  if (isRefusal(noterad)) throw new FileRefused(409, noterad.hinder[0].kod, noterad.hinder[0].text);
};

type Oppna = (text: Sealed | undefined) => Promise<string>;

/** What goes in the file: the cover and, for each item of the part, its sheet with memo and handlingar as they were when it was sent. */
const paketet = async (house: House, { namnd, sammantrade, version, del }: KallelseAddress): Promise<Package> => {
  const nu = house.models.get(sammantradet, sammantrade);
  const kallelse = nu?.kallelser.find((en) => en.version === version);
  const fakta = kallelse && (await house.log.read(`${sammantradet.category}-${sammantrade}`)).find(({ id }) => id === kallelse.handelse);
  const da = fakta && (await asOf(sammantradet, house.log, sammantrade, fakta.position));
  if (nu?.namnd !== namnd || kallelse === undefined || fakta === undefined || da === undefined) throw WRONG;
  const oppna: Oppna = async (text) => {
    const oppnad = text === undefined ? '' : await house.vault.open(text as Token);
    return oppnad === GALLRAT ? '(gallrat)' : String(oppnad);
  };
  const hemliga = new Set([...da.punkter, ...nu.punkter].filter(({ klass }) => klass === 'sekretess').map(({ id }) => id));
  const punkter = da.punkter.map((punkt): Punkt => ({ ...punkt, klass: hemliga.has(punkt.id) ? 'sekretess' : 'oppen' }));
  const rader = dagordningsrader(punkter, da.block, (klass) => del === 'sekretess' || klass === 'oppen');
  const valda = filerI(house, kallelse, del, hemliga);
  // Before any of them is read: they are all in memory at once.
  if (valda.reduce((summa, { fil }) => summa + fil.storlek, 0) > BYTES_MAX) throw new FileRefused(413, 'PAKETET_FOR_STORT', 'Handlingarna är för stora för ett paket: högst 100 MB går. Hämta dem var för sig.');
  const parts: PackagePart[] = [];
  for (const rad of rader) {
    const delen = await raden(house, rad, { mote: da, valda, position: fakta.position, del }, oppna);
    if (delen !== undefined) parts.push(delen);
  }
  const slag = SLAG[kallelse.slag ?? (version === 1 ? 'kallelse' : 'kompletterande_kallelse')];
  return {
    title: `${slag} ${da.organ} ${da.datum}${version > 1 ? ` version ${version}` : ''}${del === 'sekretess' ? ' sekretess' : ''}`, at: fakta.at, parts,
    cover: await forsta(house, da, kallelse, slag, del, oppna),
  };
};

const forsta = async (house: House, mote: Sammantrade, kallelse: Kallelse, slag: string, del: 'oppen' | 'sekretess', oppna: Oppna): Promise<readonly PackageLine[]> => [
  { text: slag, style: 'heading' }, { text: await oppna(house.models.get(namnden, mote.namnd)?.namn) },
  ...(del === 'sekretess' ? [{ text: 'Omfattas av sekretess. Bara för den som ska handlägga ärendena.' }] : []),
  { text: `${mote.datum} kl. ${mote.tid}${mote.slutTid === undefined ? '' : `–${mote.slutTid}`}, ${await oppna(mote.plats)}` },
  { text: `Skickad ${kallelse.datum}, version ${kallelse.version}` }, ...(kallelse.anledning === undefined ? [] : [{ text: await oppna(kallelse.anledning) }]),
  ...(kallelse.forhinder === undefined ? [] : [{ text: `Förhinder anmäls till ${await oppna(kallelse.forhinder)}` }]),
  ...(kallelse.distans === undefined ? [] : [{ text: `Deltagande på distans: ${await oppna(kallelse.distans.lank)}. ${await oppna(kallelse.distans.villkor)}` }]),
  { text: `SHA-256 ${kallelsehash(kallelse)}\n`, style: 'small' }, { text: 'Ärenden', style: 'heading' },
];

type Vid = { readonly mote: Sammantrade; readonly valda: ReturnType<typeof filerI>; readonly position: bigint; readonly del: 'oppen' | 'sekretess' };
/** A row with its sheet; nothing where the part has none of it. */
const raden = async (house: House, rad: Dagordningsrad, vid: Vid, oppna: Oppna): Promise<PackagePart | undefined> => {
  if (!('punkt' in rad)) return { title: `${nummertext(rad)} ${(await oppna(rad.rubrik)) || 'Sekretessärenden'}`, lines: [], files: [] };
  const { punkt, nr } = rad;
  const files = await filerna(house, punkt, vid, oppna);
  const memo = await skrivelsen(house, punkt, vid);
  const egen = punkt.klass === (vid.del === 'sekretess' ? 'sekretess' : 'oppen');
  if (!egen && files.length === 0 && memo === undefined) return undefined;
  return {
    title: `${nummertext({ nr })} ${await oppna(punkt.rubrik)}${punkt.utgatt === undefined ? '' : ' (utgår)'}`, files,
    lines: [...(egen ? await uppgifter(punkt, oppetFor(vid.mote, punkt), oppna) : []), ...(memo === undefined ? [] : await skrivelserader(memo, oppna))],
  };
};

const uppgifter = async ({ diarienummer, foredragande = [], klockslag, tidMin, forslag = [] }: Punkt, oppet: boolean, oppna: Oppna): Promise<readonly PackageLine[]> => [
  ...(diarienummer === undefined ? [] : [{ text: `Dnr ${diarienummer}` }]), ...(oppet ? [{ text: 'Behandlas inför öppna dörrar' }] : []),
  ...(foredragande.length === 0 ? [] : [{ text: `Föredragande: ${(await Promise.all(foredragande.map(oppna))).join(', ')}` }]),
  ...(klockslag === undefined ? [] : [{ text: `Tid: ${await oppna(klockslag)}` }]), ...(tidMin === undefined ? [] : [{ text: `Beräknad tid: ${tidMin} minuter` }]),
  ...(forslag.length === 0 ? [] : [{ text: 'Förslag till beslut', style: 'heading' as const }]),
  ...(await Promise.all(forslag.map(async ({ text }, i) => ({ text: `${i + 1}. ${await oppna(text)}` })))),
];

type Skrivelse = NonNullable<Awaited<ReturnType<typeof skrivelsen>>>;
/** The item's memo as it was when the kallelse was sent, when its class today is that of the part. */
const skrivelsen = async ({ models, log }: House, { tjansteskrivelse, klass }: Punkt, { position, del }: Vid) => {
  if (tjansteskrivelse === undefined) return undefined;
  const [da, nu] = [await asOf(tjansteskrivelsen, log, tjansteskrivelse, position), models.get(tjansteskrivelsen, tjansteskrivelse)];
  if (da === undefined || nu === undefined || da.status !== 'fardigstalld') return undefined;
  const hemlig = [klass, da.klass, nu.klass, models.get(arendet, nu.arende)?.klass].includes('sekretess');
  return hemlig === (del === 'sekretess') ? da : undefined;
};
const skrivelserader = async ({ datum, rubrik, forslag, sammanfattning, arendebeskrivning, bedomning }: Skrivelse, oppna: Oppna): Promise<readonly PackageLine[]> => {
  const stycke = async (namn: string, text: Sealed | undefined): Promise<readonly PackageLine[]> => (text === undefined ? [] : [{ text: namn, style: 'heading' }, { text: await oppna(text) }]);
  return [
    { text: `\nTjänsteskrivelse ${datum}`, style: 'heading' }, { text: await oppna(rubrik) }, ...(forslag.length === 0 ? [] : [{ text: 'Förslag till beslut', style: 'heading' as const }]),
    ...(await Promise.all(forslag.map(async ({ nr, text }) => ({ text: `${nr}. ${await oppna(text)}` })))),
    ...(await stycke('Sammanfattning', sammanfattning)), ...(await stycke('Ärendebeskrivning', arendebeskrivning)), ...(await stycke('Bedömning', bedomning)),
  ];
};

/** The files that it was sent with, in just those versions: those whose class today, or whose item's, is that of the part. */
const filerI = ({ models }: House, { handlingar = [] }: Kallelse, del: 'oppen' | 'sekretess', hemliga: ReadonlySet<string>) =>
  handlingar.flatMap(({ punkt, handling, version, hash }) => {
    const doc = models.get(handlingen, handling);
    const fil = doc && handlingsversion(doc, version);
    return doc === undefined || fil === undefined || (hemliga.has(punkt) || doc.klass === 'sekretess') !== (del === 'sekretess') ? [] : [{ punkt, doc, fil, hash }];
  });

const filerna = async ({ vault, files }: House, { id }: Punkt, { valda }: Vid, oppna: Oppna): Promise<readonly PackageFile[]> => {
  const alla: PackageFile[] = [];
  for (const { doc, fil, hash } of valda.filter(({ punkt }) => punkt === id)) {
    const salt = await vault.open(fil.salt as Token);
    const bytes = salt === GALLRAT ? GALLRAT : await files.whole(fil.blob, doc.id, { ...fil, salt: salt as string });
    // What is disposed of is told of by its hash alone.
    alla.push({ name: await oppna(doc.namn), mediaType: bytes === GALLRAT ? 'gallrad' : fil.medietyp, hash, bytes: bytes === GALLRAT ? new Uint8Array() : bytes });
  }
  return alla;
};
