import { type Command, isRefusal, refuse, type Refusal, seal, unknownCase, warning, weigh } from '@klubba/kernel';
import { endastDatum, lokaltDatum } from '@klubba/lagrum';
import type { DelegationsbeslutEvent } from './delegationsbeslut.events';
import { lagaKraftForBeslut } from './delegationsbeslut.lagakraft.projection';
import { type Beslut, type DelegationsbeslutHinder, skaAlltidAnmalas } from './delegationsbeslut.tillstand';

export type Anmald = { readonly punkt: string; readonly sammantrade: string; readonly ar: number; readonly nr: number; readonly datum: string };
export type AnmalanCommand =
  | Command<'NoteraAnmalan', Anmald>
  | Command<'ProtokollforSarskilt', { readonly datum: string; readonly diarienummer?: string }>
  | Command<'AnslaSarskiltProtokoll', { readonly datum: string }>
  | Command<'TaNedSarskiltAnslag', { readonly datum: string }>
  | Command<'AntecknaPart', { readonly part: string; readonly fickDel?: string; readonly foretraderDetAllmanna?: boolean }>
  | Command<'NoteraBeslutetsDelgivning', { readonly nr: number; readonly datum: string }>
  | Command<'NoteraOverklagatDelegationsbeslut', { readonly mal: string; readonly datum: string }>
  | Command<'BekraftaDelegationsbeslut', { readonly datum: string; readonly kalla: string }>;

/** How a decision is reported or announced, who fick del of it, and that it has laga kraft (E6, D2, D3). */
export const decideAnmalan = (command: AnmalanCommand, beslut: Beslut, id: string, at: string): readonly DelegationsbeslutEvent[] | Refusal<DelegationsbeslutHinder> => {
  const kid = `delegationsbeslut:${id}`;
  const { datum } = 'datum' in command.data ? command.data : { datum: command.data.fickDel };
  if (datum !== undefined && datum < beslut.datum) return refuse('DATUM_FORE_BESLUTET', `${datum} ligger före beslutet ${beslut.datum}.`);
  if (datum !== undefined && datum > lokaltDatum(at)) return refuse('DATUM_I_FRAMTIDEN', `${datum} har inte varit än.`);

  switch (command.type) {
    case 'NoteraAnmalan':
      if (beslut.anmald !== undefined) return beslut.anmald.punkt === command.data.punkt ? [] : refuse('REDAN_ANMALT', 'Beslutet är redan anmält.');
      return [{ type: 'DelegationsbeslutAnmalt', data: command.data }];

    case 'ProtokollforSarskilt': {
      if (skaAlltidAnmalas(beslut.grund)) return refuse('SKA_ANMALAS', 'Beslutet ska anmälas vid nämndens nästa sammanträde (KL 6 kap. 40 §).', 'KL 6 kap. 40 §');
      if (beslut.anmald !== undefined) return refuse('REDAN_ANMALT', 'Beslutet är anmält, och överklagandetiden räknas från det protokollet.');
      if (beslut.sarskilt !== undefined) return refuse('REDAN_PROTOKOLLFORT', `Beslutet är protokollfört särskilt ${beslut.sarskilt.datum}.`);
      const weighed = weigh<DelegationsbeslutHinder>(command, kid, [beslut.overklagandeslag !== 'LAGLIGHETSPROVNING' && warning('BEHOVER_INGET_PROTOKOLL', 'Bara beslut som laglighetsprövas behöver protokollföras särskilt (KL 6 kap. 40 §).', 'KL 6 kap. 40 §')]);
      return isRefusal(weighed) ? weighed : [{ type: 'SarskiltProtokollUpprattat', data: command.data }];
    }
    case 'AnslaSarskiltProtokoll': {
      if (beslut.sarskilt === undefined) return refuse('EJ_PROTOKOLLFORT', 'Beslutet är inte protokollfört särskilt, så det finns inget att anslå (KL 8 kap. 10 §).', 'KL 8 kap. 10 §');
      if (command.data.datum < beslut.sarskilt.datum) return refuse('ANSLAG_FORE_PROTOKOLLET', `Protokollet är från ${beslut.sarskilt.datum} och kan inte anslås ${command.data.datum}.`);
      const uppe = beslut.sarskilt.anslag.find((en) => en.nedtaget === undefined);
      if (uppe !== undefined) return uppe.datum === command.data.datum ? [] : refuse('ANSLAG_SITTER_UPPE', `Anslaget från ${uppe.datum} sitter uppe.`);
      return [{ type: 'SarskiltProtokollAnslaget', data: { datum: command.data.datum, nedtasTidigast: endastDatum.nedtagningTidigast(command.data.datum) } }];
    }
    case 'TaNedSarskiltAnslag': {
      const uppe = beslut.sarskilt?.anslag.find((en) => en.nedtaget === undefined);
      if (uppe === undefined) return refuse('ANSLAGET_FINNS_INTE', 'Inget anslag sitter uppe.');
      const tidigast = endastDatum.nedtagningTidigast(uppe.datum);
      const brutet = command.data.datum < tidigast;
      const weighed = weigh<DelegationsbeslutHinder>(command, kid, [brutet && warning('ANSLAG_TAS_NED_FOR_TIDIGT', `Anslaget ska sitta uppe hela överklagandetiden och får tas ned tidigast ${tidigast} (KL 8 kap. 10 §, 13 kap. 5 §).`, 'KL 13 kap. 5 §')]);
      return isRefusal(weighed) ? weighed : [{ type: 'SarskiltAnslagNedtaget', data: { anslaget: uppe.datum, datum: command.data.datum, brutet, ...weighed } }];
    }

    case 'AntecknaPart': {
      const { part, fickDel, foretraderDetAllmanna = false } = command.data;
      return [{ type: 'PartAntecknad', data: { nr: beslut.parter.length + 1, part: seal(kid, part), ...(fickDel !== undefined && { fickDel }), foretraderDetAllmanna } }];
    }
    case 'NoteraBeslutetsDelgivning': {
      const den = beslut.parter.find(({ nr }) => nr === command.data.nr);
      if (den === undefined) return refuse('PARTEN_FINNS_INTE', `Beslutet har ingen part ${command.data.nr}.`);
      return den.fickDel === command.data.datum ? [] : [{ type: 'BeslutetDelgivet', data: command.data }];
    }

    case 'NoteraOverklagatDelegationsbeslut':
      if (beslut.overklagandeslag === 'EJ_OVERKLAGBART') return kanInteOverklagas;
      return [{ type: 'DelegationsbeslutOverklagat', data: { mal: seal(kid, command.data.mal), datum: command.data.datum } }];
    case 'BekraftaDelegationsbeslut': {
      if (beslut.overklagandeslag === 'EJ_OVERKLAGBART') return kanInteOverklagas;
      if (beslut.lagaKraft) return refuse('REDAN_BEKRAFTAD', 'Laga kraft är redan bekräftad.');
      // Of what was reported the nämnd's § knows the anslag, so its day is weighed there.
      const { lage, tidigast } = lagaKraftForBeslut(beslut, []);
      const weighed = weigh<DelegationsbeslutHinder>(command, kid, [
        tidigast !== undefined && command.data.datum < tidigast && warning('BEKRAFTAD_FORE_TIDIGAST', `Beskedet är från ${command.data.datum}, men laga kraft är tidigast ${tidigast}. Ett överklagande kan ha kommit in efteråt.`),
        beslut.anmald === undefined && (lage === 'EJ_BERAKNAD' || lage === 'OBESTAMD') && warning('LAGA_KRAFT_EJ_BERAKNAD', 'Laga kraft kan inte beräknas än: ange hur det är känt att beslutet inte kan överklagas.'),
      ]);
      return isRefusal(weighed) ? weighed : [{ type: 'DelegationsbeslutLagaKraft', data: { datum: command.data.datum, kalla: seal(kid, command.data.kalla), efterOverklagande: beslut.overklagat, ...weighed } }];
    }
    default: return unknownCase(command);
  }
};
const kanInteOverklagas = refuse<DelegationsbeslutHinder>('EJ_OVERKLAGBART', 'Beslutet kan inte överklagas och får därför inget datum för laga kraft (KL 13 kap. 2 §).', 'KL 13 kap. 2 §');
