/** One sentence in both languages. */
export interface Said {
  readonly en: string
  readonly fr: string
}

/** Why a column seems to be what it is said to be. */
export const reasons = {
  empty: () => ({ en: 'It is empty.', fr: 'Elle est vide.' }),
  nameless: () => ({ en: 'It has no name.', fr: 'Elle n’a pas de nom.' }),
  constant: (value: string) => ({
    en: `It always holds "${value}".`,
    fr: `Elle contient toujours « ${value} ».`,
  }),
  rowNumber: () => ({ en: 'It counts the rows.', fr: 'Elle numérote les lignes.' }),
  named: (what: Said) => ({
    en: `Its name says that it is ${what.en}, and its values fit.`,
    fr: `Son nom dit que c’est ${what.fr}, et ses valeurs s’y accordent.`,
  }),
  date: (formats: readonly string[]) => ({
    en: `Its values are dates written ${formats.join(' or ')}.`,
    fr: `Ses valeurs sont des dates écrites ${formats.join(' ou ')}.`,
  }),
  dayOfMonth: () => ({
    en: 'Its name speaks of a date, and its numbers go from 1 to 31: they seem to be days of a month.',
    fr: 'Son nom parle d’une date et ses nombres vont de 1 à 31 : ce semblent être des jours du mois.',
  }),
  time: () => ({ en: 'It holds times of day without a day.', fr: 'Elle contient des heures sans jour.' }),
  boxes: (count: number, name: string) => ({
    en: `It is one of ${count} boxes of "${name}" that are ticked or not.`,
    fr: `C’est l’une des ${count} cases de « ${name} », cochées ou non.`,
  }),
  slots: (count: number, name: string) => ({
    en: `It is one of ${count} places for the answers to "${name}"; each is emptier than the one before.`,
    fr: `C’est l’une des ${count} places pour les réponses à « ${name} » ; chacune est plus vide que la précédente.`,
  }),
  battery: (count: number, scale: Said) => ({
    en: `It is one of ${count} columns whose numbers lie on one scale, ${scale.en}.`,
    fr: `C’est l’une de ${count} colonnes dont les nombres sont sur une même échelle, ${scale.fr}.`,
  }),
  sameScale: (scale: Said) => ({
    en: `Its numbers are those of other questions of the file, ${scale.en}.`,
    fr: `Ses nombres sont ceux d’autres questions du fichier, ${scale.fr}.`,
  }),
  namedScore: (scale: Said) => ({
    en: `Its name speaks of a rating, and its numbers lie on a scale, ${scale.en}.`,
    fr: `Son nom parle d’une note et ses nombres sont sur une échelle, ${scale.fr}.`,
  }),
  scaleUsed: (scale: Said) => ({
    en: `Its numbers use a scale as people do, ${scale.en}.`,
    fr: `Ses nombres parcourent une échelle comme le font les gens, ${scale.fr}.`,
  }),
  likeNeighbours: (name: string) => ({
    en: `Most columns whose names begin with "${name}" hold quantities.`,
    fr: `La plupart des colonnes dont le nom commence par « ${name} » contiennent des quantités.`,
  }),
  itemMean: (items: number, scale: Said) => ({
    en: `Its numbers are means of ${items} answers, ${scale.en}.`,
    fr: `Ses nombres sont des moyennes de ${items} réponses, ${scale.fr}.`,
  }),
  words: (from: string, to: string) => ({
    en: `Its words are those of a scale, from "${from}" to "${to}".`,
    fr: `Ses mots sont ceux d’une échelle, de « ${from} » à « ${to} ».`,
  }),
  everyRowOther: () => ({ en: 'It is different in every row.', fr: 'Elle diffère à chaque ligne.' }),
  comesBack: () => ({
    en: 'It names somebody or something that comes back in several rows.',
    fr: 'Elle désigne quelqu’un ou quelque chose qui revient sur plusieurs lignes.',
  }),
  languages: () => ({
    en: 'Its values are codes of languages.',
    fr: 'Ses valeurs sont des codes de langues.',
  }),
  text: (words: number) => ({
    en: `It holds free text, ${Math.round(words)} words on average.`,
    fr: `Elle contient du texte libre, ${Math.round(words)} mots en moyenne.`,
  }),
  quantity: () => ({
    en: 'It holds quantities: many different numbers, on no scale of answers.',
    fr: 'Elle contient des quantités : beaucoup de nombres différents, hors de toute échelle de réponse.',
  }),
  fewValues: (count: number) => ({
    en: `It divides the rows into ${count} groups.`,
    fr: `Elle partage les lignes en ${count} groupes.`,
  }),
  manyValues: () => ({
    en: 'It holds many different short texts, and nothing says what they are.',
    fr: 'Elle contient beaucoup de textes courts différents, et rien ne dit ce que c’est.',
  }),
} as const

/** A scale with the codes beside it, in words. */
export function scaleSaid({
  low,
  high,
  notGiven,
}: {
  low: number
  high: number
  notGiven: readonly (string | number)[]
}): Said {
  if (notGiven.length === 0) return { en: `${low} to ${high}`, fr: `de ${low} à ${high}` }
  const codes = notGiven.join(', ')
  return {
    en: `${low} to ${high}; ${codes} seems to stand for "no answer" or "not applicable"`,
    fr: `de ${low} à ${high} ; ${codes} semble vouloir dire « sans réponse » ou « non concerné »`,
  }
}
