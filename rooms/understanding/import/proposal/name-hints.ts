import type { ColumnRole } from '../../contract.ts'
import type { ColumnProfile } from './column-sample.ts'

/** Words in the names of columns, English and French, that speak for a role. They count only together with the data. */
const hints: Readonly<Partial<Record<ColumnRole, RegExp>>> = {
  weight: /^(weight|weights|wt|wgt|pw|poids|pond|ponderation|coef|coefficient)$/,
  date: /^(date|dates|timestamp|datetime|day|jour|created|submitted|approved|at|on|horodatage)$/,
  language: /^(lang|language|langue|locale)$/,
  person:
    /^(customer|customers|client|user|person|personne|member|subject|cust|employee|patient|buyer|account|panelist|participant|consumer|household|resp|salarie|collaborateur|contact|email)$/,
  response:
    /^(response|respondent|submission|ticket|review|order|record|case|interview|questionnaire|reponse|repondant|commande|avis)$/,
  unit: /^(store|shop|branch|agency|unit|site|location|school|dept|department|division|team|platoon|company|gate|terminal|term|area|office|restaurant|hotel|magasin|agence|gare|station|etablissement|grp|group|borough|district|county|warehouse|ward|ecole|equipe|service|building|campus|seller|vendor|provider|name)$/,
  channel: /^(channel|canal|source|medium|origin|contact)$/,
  offer: /^(product|offer|item|sku|brand|offre|produit|article)$/,
  touchpoint: /^(touchpoint|touchpoints|step|stage|etape)$/,
  segment:
    /^(gender|sex|age|agegroup|income|inc|education|educate|marital|married|occupation|job|country|state|city|zip|region|type|class|category|plan|tier|segment|status|citizenship|nationality|profession|csp|genre|pays|ville|revenu|household|tenure|seniority|times|often|frequently|rank|customer|home|race|ethnicity|grade|cohort|years|year|demographic|speciality|hobby)$/,
  verbatim:
    /^(comment|comments|commentaire|commentaires|verbatim|verbatims|remark|remarks|feedback|text|texte|message|avis|why|pourquoi|reason|suggestion|suggestions|improve|opinion|review|title|titre|explain|specify|paragraph|description|highlights)$/,
  score:
    /^(rating|ratings|score|scores|satisfaction|satisfied|satisf|sat|nps|recommend|recommendation|likelihood|likely|ease|easy|effort|quality|rate|note|stars|cleanliness|agree|important|importance|comfortable|willing|safe|safety|csat|ces|engagement|choice|preference|pref|loyalty|trust|qualite|recommander|satisfait|facile|facilite)$/,
  outcome:
    /^(price|prix|amount|montant|revenue|sales|spend|total|totals|count|counts|number|num|qty|quantity|delay|retard|duration|duree|minutes|hours|hrs|cost|cout|value|salary|salaire|percent|per|pct|percentage|frequency|recency|balance|distance|size|mean|average|avg|moyen|nb|prct|enrollment|stock|length|height|width|conversions|visits|purchases|wtp|payment|freight|installments|enrolled|growth)$/,
  ignore:
    /^(ip|ipaddress|latitude|longitude|lat|lon|lng|url|link|phone|fax|website|flag|fpc|address|strata|accuracy|recipient)$/,
}

/** Whether the name of a column, or the question behind it, speaks for a role. */
export function isNamed({ nameWords, labelWords }: ColumnProfile, role: ColumnRole): boolean {
  const pattern = hints[role]
  return pattern !== undefined && [...nameWords, ...labelWords].some((word) => pattern.test(word))
}

/** Whether a column is called a number, code or key of something. */
export function isNamedKey({ nameWords, name }: ColumnProfile): boolean {
  return nameWords.some((word) => /^(id|ids|key|uuid|guid|ref|\w{3,}id)$/.test(word)) || /id$/i.test(name)
}
