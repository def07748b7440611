import { defineWords } from '../../../foundations/ui/words/define-words.ts'

export const touchpointPageWords = defineWords('touchpointPage', {
  crumb: { en: 'Measurement › Touchpoints', fr: 'Mesure › Points de contact' },
  pillar: { en: 'Pillar', fr: 'Pilier' },
  channel: { en: 'Channel', fr: 'Canal' },
  owner: { en: 'Owner', fr: 'Responsable' },
  noOwner: { en: 'no owner', fr: 'sans responsable' },
  print: { en: 'Print', fr: 'Imprimer' },
  edit: { en: 'Edit', fr: 'Modifier' },
  promised: { en: 'Promised', fr: 'Promis' },
  lived: { en: 'Lived', fr: 'Vécu' },
  gap: { en: 'Gap', fr: 'Écart' },
  points: { en: 'pts', fr: 'pts' },
  short: { en: 'short', fr: 'en dessous' },
  ahead: { en: 'ahead', fr: 'au-dessus' },
  unclear: { en: '(not clear)', fr: '(pas net)' },
  provenBy: { en: 'Proven by {measure}', fr: 'Prouvée par {measure}' },
  noPromise: { en: 'Nothing is promised here yet.', fr: 'Rien n’est encore promis ici.' },
  noPromiseText: {
    en: 'State a promise and the measure that proves it, and this page shows whether it is kept.',
    fr: 'Énoncez une promesse et la mesure qui la prouve : cette page dira si elle est tenue.',
  },
  statePromise: { en: 'State a promise', fr: 'Énoncer une promesse' },
  rest: {
    en: {
      one: 'Unlike the others: {list}',
      other: 'Unlike all others, false discoveries held at 5% over {count} comparisons: {list}',
    },
    fr: {
      one: 'À la différence des autres : {list}',
      other:
        'À la différence de tous les autres, fausses découvertes tenues à 5 % sur {count} comparaisons : {list}',
    },
  },
  restNone: {
    en: {
      one: 'It does not differ from the others beyond chance.',
      other: 'None differs from all others beyond chance, in {count} comparisons.',
    },
    fr: {
      one: 'Rien ne diffère des autres au-delà du hasard.',
      other: 'Aucun ne diffère de tous les autres au-delà du hasard, en {count} comparaisons.',
    },
  },
  trendShort: { en: 'The promise is not kept', fr: 'La promesse n’est pas tenue' },
  trendShortSince: {
    en: 'The promise is not kept, and less so since {month}',
    fr: 'La promesse n’est pas tenue, et moins encore depuis {month}',
  },
  trendAhead: { en: 'More is lived than was promised', fr: 'Le vécu dépasse la promesse' },
  trendUnclear: { en: 'Lived and promised are not told apart', fr: 'Vécu et promis ne se distinguent pas' },
  trendPlain: { en: '{measure} over time', fr: '{measure} au fil du temps' },
  trendNote: {
    en: '{measure} by {grain}; band: interval at 95%',
    fr: '{measure} par {grain} ; bande : intervalle à 95 %',
  },
  month: { en: 'month', fr: 'mois' },
  quarter: { en: 'quarter', fr: 'trimestre' },
  period: { en: 'Period', fr: 'Période' },
  value: { en: 'Value', fr: 'Valeur' },
  low: { en: 'Low', fr: 'Bas' },
  high: { en: 'High', fr: 'Haut' },
  otherMeasures: { en: 'Every measure of this touchpoint', fr: 'Toutes les mesures de ce point de contact' },
  byUnit: { en: 'By unit', fr: 'Par unité' },
  bySegment: { en: 'By {segment}', fr: 'Par {segment}' },
  breakdownShort: {
    en: {
      one: 'One unit of {total} lies below the promise',
      other: '{number} units of {total} lie below the promise',
    },
    fr: {
      one: 'Une unité sur {total} est sous la promesse',
      other: '{number} unités sur {total} sont sous la promesse',
    },
  },
  breakdownNote: {
    en: '{measure}, with the promise as a diamond',
    fr: '{measure} ; le losange est la promesse',
  },
  breakdownPlain: { en: '{measure}, intervals at 95%', fr: '{measure}, intervalles à 95 %' },
  unit: { en: 'Unit', fr: 'Unité' },
  segment: { en: 'Segment', fr: 'Segment' },
  standards: { en: 'Standards', fr: 'Standards' },
  standardsTitle: { en: 'Standards: {told}', fr: 'Standards : {told}' },
  metCount: { en: { one: 'one met', other: '{count} met' }, fr: { one: 'un tenu', other: '{count} tenus' } },
  riskCount: {
    en: { one: 'one at risk', other: '{count} at risk' },
    fr: { one: 'un menacé', other: '{count} menacés' },
  },
  missedCount: {
    en: { one: 'one missed', other: '{count} missed' },
    fr: { one: 'un manqué', other: '{count} manqués' },
  },
  unmeasuredCount: {
    en: { one: 'one nobody measures', other: '{count} nobody measures' },
    fr: { one: 'un que personne ne mesure', other: '{count} que personne ne mesure' },
  },
  standard: { en: 'Standard', fr: 'Standard' },
  threshold: { en: 'Threshold', fr: 'Seuil' },
  state: { en: 'State', fr: 'État' },
  met: { en: 'met', fr: 'tenu' },
  'at-risk': { en: 'at risk', fr: 'menacé' },
  missed: { en: 'missed', fr: 'manqué' },
  unmeasured: { en: 'unmeasured', fr: 'non mesuré' },
  noStandard: { en: 'No standard is set here.', fr: 'Aucun standard n’est fixé ici.' },
  verbatims: { en: 'What people say', fr: 'Ce que disent les gens' },
  verbatimsHidden: {
    en: 'Verbatims are shown to those who may read them.',
    fr: 'Les verbatims se montrent à qui a le droit de les lire.',
  },
  unknown: {
    en: 'No answer names this touchpoint under these filters.',
    fr: 'Aucune réponse ne cite ce point de contact sous ces filtres.',
  },
  unknownText: {
    en: 'Lift a filter, choose another period, or import a file.',
    fr: 'Levez un filtre, choisissez une autre période, ou importez un fichier.',
  },
})
