import { type Facts, fact, field, klass } from '@klubba/kernel';
import { OFFENTLIGA_BESLUT } from '@klubba/lagrum';

export const MASKNINGSSKAL = ['personnummer', 'sekretess', 'kanslig_uppgift'] as const;

/** What a protocol shows on the web, and that it does (C6); and what all may read of a secret § (I4). */
export const publiceringsfakta = {
  /** Every place in the § where these words stand is left out of the public rendition. */
  UppgiftMaskad: fact('MaskaUppgift', { punkt: field.id(), klass, maskning: field.id(), text: field.sealed('sekretess'), skal: field.oneOf('oppen', ...MASKNINGSSKAL) }),
  MaskningAngrad: fact('AngraMaskning', { punkt: field.id(), klass, maskning: field.id(), skal: field.sealed('arbetsmaterial') }),
  /** The § is secret and its decision is not (OSL 26:7). `text`: the decision without names; it is open to all, so the fact says nothing of the §. */
  BeslutOffentliggjort: fact('OffentliggorBeslut', { punkt: field.id(), slag: field.oneOf('oppen', ...OFFENTLIGA_BESLUT), lagrum: field.lagrum('oppen'), datum: field.date('oppen'), text: field.sealed('oppen') }),
  OffentligtBeslutIndraget: fact('DraInOffentligtBeslut', { punkt: field.id(), datum: field.date('oppen'), skal: field.sealed('sekretess') }),
  /** `hash`: SHA-256 of the page that was reviewed, in UTF-8. `beslut`: the decision to publish. */
  ProtokollPublicerat: fact('PubliceraProtokoll', { omgang: field.integer('oppen'), datum: field.date('oppen'), granskadAv: field.id(), beslut: field.sealed('oppen'), hash: field.hash('oppen') }),
  /** How long it stays there is for the municipality to say. */
  ProtokollAvpublicerat: fact('AvpubliceraProtokoll', { omgang: field.integer('oppen'), datum: field.date('oppen'), skal: field.sealed('arbetsmaterial') }),
} satisfies Facts;
