import { type Command, type Decider, refuse, seal, unknownCase } from '@klubba/kernel';
import { provaDatum } from '@klubba/lagrum';
import { klockslagsfel, MOTESTID } from './klockslag';
import { type AnslagCommand, decideAnslag, evolveAnslag } from './sammantrade.anslag.decider';
import { type BehandlingCommand, decideBehandling, evolveBehandling } from './sammantrade.behandling.decider';
import { type DagordningCommand, decideDagordning, evolveDagordning } from './sammantrade.dagordning.decider';
import { sammantradeFacts, type SammantradeEvent } from './sammantrade.events';
import { decideForhinder, evolveForhinder, type ForhinderCommand } from './sammantrade.forhinder.decider';
import { decideForlopp, evolveForlopp, type ForloppCommand } from './sammantrade.forlopp.decider';
import { decideInlasning, type InlasningCommand } from './sammantrade.inlasning.decider';
import { somVanligt } from './sammantrade.inlasning.projection';
import { decideForslag, evolveForslag, type ForslagCommand } from './sammantrade.forslag.decider';
import { decideJavsprovning, type JavsprovningCommand } from './sammantrade.javsprovning.decider';
import { decideJustering, evolveJustering, type JusteringCommand } from './sammantrade.justering.decider';
import { decideKallelse, evolveKallelse, type KallelseCommand } from './sammantrade.kallelse.decider';
import type { Sammantrade, SammantradeHinder } from './sammantrade.mote.decider';
import { decideNarvaro, evolveNarvaro, type NarvaroCommand } from './sammantrade.narvaro.decider';
import { decideOmrostning, evolveOmrostning, type OmrostningCommand } from './sammantrade.omrostning.decider';
import { decideOppenhet, evolveOppenhet, type OppenhetCommand } from './sammantrade.oppenhet.decider';
import { decideParagrafnummer, evolveParagrafnummer, type ParagrafnummerCommand } from './sammantrade.paragrafnummer.decider';
import { decideProtokoll, evolveProtokoll, type ProtokollCommand } from './sammantrade.protokoll.decider';
import { decidePublicering, evolvePublicering, type PubliceringCommand } from './sammantrade.publicering.decider';
import { decideReservation, evolveReservation, type ReservationCommand } from './sammantrade.reservation.decider';
import { decideUtskick, evolveUtskick, type UtskickCommand } from './sammantrade.utskick.decider';
import { decideRummet, evolveRummet, type RummetCommand } from './sammantrade.rummet.decider';
import { decideStrykning, evolveStrykning, type StrykningCommand } from './sammantrade.strykning.decider';
import { decideUpprop, type UppropCommand } from './sammantrade.upprop.decider';
import { decideYrkanden, evolveYrkanden, type YrkandenCommand } from './sammantrade.yrkanden.decider';

export type SammantradeCommand =
  /** `organ`: the letters of the nämnd, absent when there is no such nämnd. */
  | Command<'PlaneraSammantrade', { namnd: string; datum: string; tid: string; tidSkriven?: string; slutTid?: string; plats: string; begaran?: string; organ?: string; underlag?: { readonly maste?: boolean; readonly oppet: boolean } }>
  | KallelseCommand | DagordningCommand | ForloppCommand | NarvaroCommand | YrkandenCommand | OmrostningCommand | ReservationCommand | BehandlingCommand | JusteringCommand | AnslagCommand | InlasningCommand
  | UtskickCommand | ForhinderCommand | OppenhetCommand | ForslagCommand | ParagrafnummerCommand | ProtokollCommand | PubliceringCommand
  | UppropCommand | RummetCommand | JavsprovningCommand | StrykningCommand;

/**
 * A meeting decides in one stream, since its rules need each other; each part of it is read by itself:
 * kallelse (A1–A4, A6, A11), utskick (whom it reached), forhinder (B2, before the meeting), oppenhet (A8, A9), dagordning (A5, A7, A10, A11), tjanstgoring (B1), upprop and inkallelse (B2, B3), narvaro, distans (B5), jav and javsprovning (B4),
 * rummet and part (B6), forlopp (opened, interrupted and closed),
 * yrkanden (B7: what is wanted, and how it is put), omrostning (B7–B9), reservation (B9–B11: who stands aside or dissents), strykning (what was never so), behandling (the klubbslag: B8, D1), beslut (the verbs, and what is fullmäktige's: B12, D6), andring (D8),
 * forslag (what another organ proposed), paragrafnummer (C2), innehall (what a § must hold: C1), protokoll (drawn up and sent), justering (C3, C4), anslag (C5), publicering (C6, I4),
 * inlasning (what happened before Klubba, by the same rules).
 */
export const sammantrade: Decider<SammantradeCommand, Sammantrade, SammantradeEvent, SammantradeHinder> = {
  category: 'sammantrade',
  facts: sammantradeFacts,
  initialState: { skede: 'finns inte' },
  namnd: ({ type, data }) => (type === 'PlaneraSammantrade' ? data.namnd : null),

  decide(command, mote, context) {
    const ingenDag = provaDatum(...datumI(command));
    if (ingenDag !== undefined) return { hinder: [ingenDag] };
    if (command.type === 'PlaneraSammantrade') {
      if (mote.skede !== 'finns inte') return refuse('SAMMANTRADET_FINNS_REDAN', 'Sammanträdet är redan planerat.');
      const { namnd, datum, tid, tidSkriven, slutTid, plats, organ, begaran, underlag } = command.data;
      const kid = `sammantrade:${context.id}`;
      if (organ === undefined) return refuse('NAMNDEN_FINNS_INTE', 'Nämnden finns inte.');
      if (begaran !== undefined && underlag?.maste === undefined) return refuse('BEGARAN_FINNS_INTE', 'Begäran om sammanträde finns inte i nämnden, eller är avslagen.');
      return [{
        type: 'SammantradePlanerat',
        data: {
          namnd, organ, datum, tid, ...(slutTid !== undefined && { slutTid }), plats: seal(kid, plats), ...(tidSkriven !== undefined && { tidSkriven: seal(kid, tidSkriven) }),
          ...(begaran !== undefined && { begaran, maste: underlag!.maste! }), ...(underlag?.oppet === true && { oppet: true }),
        },
      }];
    }
    if (mote.skede === 'finns inte') return refuse('SAMMANTRADET_FINNS_INTE', 'Sammanträdet finns inte.');
    if (mote.skede === 'installt') return refuse('SAMMANTRADET_AR_INSTALLT', 'Sammanträdet är inställt.');
    const fel = motestiderI(command).map((tid) => klockslagsfel(mote, tid)).find((en) => en !== undefined);
    if (fel !== undefined) return refuse(fel.kod, fel.text);

    switch (command.type) {
      case 'SkickaKallelse': case 'StallInSammantrade': case 'SattMotesdagar':
        return decideKallelse(command, mote, context);
      case 'LaggTillPunkt': case 'FlyttaPunkt': case 'AndraPunkt': case 'AndraPunktensKlass': case 'DraUrPunkt': case 'SattSekretessblock': case 'FaststallDagordning':
        return decideDagordning(command, mote, context);
      case 'OppnaSammantrade': case 'AvslutaSammantrade': case 'AteroppnaSammantrade': case 'AjourneraSammantrade': case 'AterupptaSammantrade':
        return decideForlopp(command, mote, context);
      case 'AntecknaNarvaro': case 'AntecknaFranvaroVidPunkt': case 'UtseJusterare': case 'UtseMotesordforande':
        return decideNarvaro(command, mote, context);
      case 'HallUpprop':
        return decideUpprop(command, mote, `sammantrade:${context.id}`);
      case 'ProvaJav':
        return decideJavsprovning(command, mote);
      case 'AntecknaOvrigNarvaro': case 'StrykOvrigNarvaro': case 'AntecknaOvrigtJav': case 'MedgeNarvaro': case 'BedomPersonalnarvaro': case 'AntecknaPartsratt': case 'AntecknaPartensUppgifter':
        return decideRummet(command, mote, context);
      case 'StrykAntecknat':
        return decideStrykning(command, mote);
      case 'AntecknaYrkande': case 'AterkallaYrkande': case 'FaststallPropositionsordning': case 'AntecknaBeslutsgang':
        return decideYrkanden(command, mote, context);
      case 'BegarOmrostning': case 'AntecknaOmrostning':
        return decideOmrostning(command, mote, context);
      case 'AnmalReservation': case 'LamnaReservationsmotivering': case 'AntecknaDeltarInte': case 'GorProtokollsanteckning':
        return decideReservation(command, mote, context);
      case 'FattaBeslut': case 'SkrivUtBeslut': case 'KompletteraBeslut': case 'RattaForeJustering':
        return decideBehandling(command, mote, context);
      case 'SattParagrafnummer': case 'SattUnderparagrafer':
        return decideParagrafnummer(command, mote);
      case 'KnytForslag': case 'HojPunkternasKlass':
        return decideForslag(command, mote, context);
      case 'UpprattaProtokoll': case 'SkickaForJustering': case 'AterkallaFranJustering': case 'AntecknaProtokolluppgifter':
        return decideProtokoll(command, mote, context);
      case 'Justera':
        return decideJustering(command, mote, context);
      case 'MaskaUppgift': case 'AngraMaskning': case 'OffentliggorBeslut': case 'DraInOffentligtBeslut': case 'PubliceraProtokoll': case 'AvpubliceraProtokoll':
        return decidePublicering(command, mote, context);
      case 'AnslaProtokoll': case 'TaNedAnslag': case 'KontrolleraAnslag': case 'NoteraAnslagsavbrott':
        return decideAnslag(command, mote, context);
      case 'LasInKallelse': case 'LasInPunkt': case 'LasInNarvaro': case 'LasInOvrigNarvaro': case 'LasInYrkande': case 'LasInOmrostning': case 'LasInDeltarInte': case 'LasInReservation': case 'LasInBeslut': case 'LasInJustering': case 'LasInAnslag':
        return decideInlasning(command, mote, context);
      case 'AntecknaKallelsekvitto': case 'NoteraKallelsehamtning':
        return decideUtskick(command, mote, context);
      case 'AnmalForhinder': case 'AterkallaForhinder': case 'KallaErsattare': case 'AterkallaErsattare':
        return decideForhinder(command, mote, context);
      case 'SattOppenhet': case 'TillkannageSammantrade': case 'TaNedTillkannagivande':
        return decideOppenhet(command, mote, context);
      default:
        return unknownCase(command);
    }
  },

  evolve(mote, event) {
    if (event.type === 'SammantradePlanerat') {
      const { datum, tid, maste, oppet } = event.data;
      return {
        skede: 'planerat', datum, senast: tid, antalLedamoter: 0, omedelbarJustering: false, kallelser: 0, punkter: [], block: [], narvaro: [], franvaro: [], ovriga: [], omgangar: [],
        ...(maste === true && { maste }), ...(oppet === true && { oppetSomRegel: true }),
      };
    }
    if (mote.skede === 'finns inte') return mote;
    switch (event.type) {
      case 'KallelseSkickad': case 'SammantradeInstallt': case 'MotesdagarSatta':
        return evolveKallelse(mote, event);
      case 'PunktLagdTill': case 'PunktFlyttad': case 'PunktAndrad': case 'PunktKlassAndrad': case 'PunktUtgick': case 'SekretessblockSatt': case 'DagordningFaststalld':
        return evolveDagordning(mote, event);
      case 'SammantradeOppnat': case 'SammantradeAvslutat': case 'SammantradeAteroppnat': case 'SammantradeAjournerat': case 'SammantradeAterupptaget':
        return evolveForlopp(mote, event);
      case 'NarvaroAntecknad': case 'UppropHallet': case 'FranvaroVidPunktAntecknad': case 'JavProvat': case 'JusterareUtsedd': case 'MotesordforandeUtsedd':
        return evolveNarvaro(mote, event);
      case 'OvrigNarvaroAntecknad': case 'OvrigNarvaroStruken': case 'OvrigtJavAntecknat': case 'NarvaroMedgiven': case 'PersonalnarvaroBedomd': case 'PartsrattAntecknad': case 'PartHord':
        return evolveRummet(mote, event);
      case 'AntecknatStruket':
        return evolveStrykning(mote, event);
      case 'YrkandeAntecknat': case 'YrkandeAterkallat': case 'PropositionsordningFaststalld': case 'BeslutsgangAntecknad':
        return evolveYrkanden(mote, event);
      case 'OmrostningBegard': case 'OmrostningGenomford':
        return evolveOmrostning(mote, event);
      case 'ReservationAnmald': case 'ReservationMotiverad': case 'DeltarInteAntecknat': case 'ProtokollsanteckningGjord':
        return evolveReservation(mote, event);
      case 'BeslutFattat': case 'BeslutUtskrivet': case 'BeslutKompletterat': case 'BeslutstextRattad':
        return evolveBehandling(mote, event);
      case 'ParagrafNumrerad': case 'UnderparagraferSatta':
        return evolveParagrafnummer(mote, event);
      case 'ForslagKnutet': case 'PunkternasKlassHojd':
        return evolveForslag(mote, event);
      case 'ProtokollUpprattat': case 'ProtokollSkickatForJustering': case 'ProtokollAtertaget': case 'ProtokolluppgifterAntecknade':
        return evolveProtokoll(mote, event);
      case 'ParagraferJusterade':
        return evolveJustering(mote, event);
      case 'UppgiftMaskad': case 'MaskningAngrad': case 'BeslutOffentliggjort': case 'OffentligtBeslutIndraget': case 'ProtokollPublicerat': case 'ProtokollAvpublicerat':
        return evolvePublicering(mote, event);
      case 'ProtokollAnslaget': case 'AnslagNedtaget': case 'AnslagKontrollerat': case 'AnslagsavbrottNoterat':
        return evolveAnslag(mote, event);
      case 'KallelsekvittoAntecknat': case 'KallelsepaketHamtat':
        return evolveUtskick(mote, event);
      case 'ForhinderAnmalt': case 'ForhinderAterkallat': case 'ErsattareKallad': case 'ErsattareAterkallad':
        return evolveForhinder(mote, event);
      case 'PunktensOppenhetSatt': case 'SammantradeTillkannagivet': case 'TillkannagivandeNedtaget':
        return evolveOppenhet(mote, event);
      case 'KallelseInlast': case 'PunktInlast': case 'NarvaroInlast': case 'OvrigNarvaroInlast': case 'YrkandeInlast': case 'OmrostningInlast': case 'DeltarInteInlast': case 'ReservationInlast': case 'BeslutInlast': case 'JusteringInlast': case 'AnslagInlast':
        return somVanligt(event).reduce<Sammantrade>((fore, vanligt) => sammantrade.evolve(fore, vanligt), mote);
      default:
        return unknownCase(event);
    }
  },
};

/** The clock times at the meeting; those that have a day of their own beside them are not. */
const motestiderI = ({ data }: Pick<SammantradeCommand, 'data'>): readonly string[] => {
  const alla = 'pass' in data ? data.pass : 'datum' in data ? [] : [data];
  return alla.flatMap((en: { readonly tid?: string; readonly fran?: string | number; readonly till?: string | number }) => [en.tid, en.fran, en.till].filter((tid): tid is string => typeof tid === 'string'));
};
const datumI = ({ data }: SammantradeCommand): readonly (string | undefined)[] => [
  ...motestiderI({ data }).map((tid) => MOTESTID.exec(tid)?.[1]),
  'datum' in data ? data.datum : undefined, 'dag' in data ? data.dag : undefined, 'upprattad' in data ? data.upprattad : undefined,
  ...('underskrifter' in data && data.underskrifter !== undefined ? data.underskrifter.map(({ datum }) => datum) : []),
  ...('signaturer' in data && data.signaturer !== undefined ? data.signaturer.map(({ tid }) => tid?.slice(0, 10)) : []),
];
