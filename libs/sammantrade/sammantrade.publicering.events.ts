import { type Facts, fact, field, klass } from '@klubba/kernel';

export const MASKNINGSSKAL = ['personnummer', 'sekretess', 'kanslig_uppgift'] as const;

/** What a protocol shows on the web, and that it does (C6). */
export const publiceringsfakta = {
  /** Every place in the § where these words stand is left out of the public rendition. */
  UppgiftMaskad: fact('MaskaUppgift', { punkt: field.id(), klass, maskning: field.id(), text: field.sealed('sekretess'), skal: field.oneOf('oppen', ...MASKNINGSSKAL) }),
  MaskningAngrad: fact('AngraMaskning', { punkt: field.id(), klass, maskning: field.id(), skal: field.sealed('arbetsmaterial') }),
  /** `hash`: SHA-256 of the page that was reviewed, in UTF-8. `beslut`: the decision to publish. */
  ProtokollPublicerat: fact('PubliceraProtokoll', { omgang: field.integer('oppen'), datum: field.date('oppen'), granskadAv: field.id(), beslut: field.sealed('oppen'), hash: field.hash('oppen') }),
  /** How long it stays there is for the municipality to say. */
  ProtokollAvpublicerat: fact('AvpubliceraProtokoll', { omgang: field.integer('oppen'), datum: field.date('oppen'), skal: field.sealed('arbetsmaterial') }),
} satisfies Facts;
