/** What a row of an agenda can be. Settings of the nämnd name them, and the meeting's items are of them. Add last, never change. */
export const PUNKTSLAG = [
  'formalia', 'information', 'arende', 'remissvar', 'lex_sarah', 'delegationsanmalan', 'meddelanden', 'val', 'ovrigt',
  /** These have neither memo nor proposal: a ledamot raises a matter (KL 4:20), or asks. */
  'initiativarende', 'ledamotsfraga',
  /** On these the nämnd has to take a stand (B12). */
  'internkontrollplan', 'delegationsordning',
] as const;
/** The order that an agenda usually has (A6), where the nämnd has set none of its own. A template, no law. */
export const VANLIG_ORDNING: readonly Punktslag[] = ['formalia', 'information', 'arende', 'internkontrollplan', 'remissvar', 'lex_sarah', 'delegationsanmalan', 'meddelanden', 'ovrigt'];
export type Punktslag = (typeof PUNKTSLAG)[number];
