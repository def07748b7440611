const remarks = [
  "Très bien reçu à la caisse, mais trop d'attente avant de payer",
  'Personne pour me renseigner au rayon bricolage ce jour-là',
  'Le parking était plein et mal éclairé en soirée',
  'Équipe souriante, merci beaucoup pour le conseil',
  "Les prix affichés n'étaient pas ceux de la caisse",
]

/**
 * A survey as a till system might write it: semicolons, Latin-1, decimal commas, dates day first, and two header rows,
 * codes above questions. 200 visitors, every month the same: of 100, 60 give 9 or 10 and 20 give 6 or less, which makes
 * an NPS of 40. Cleanliness is 5 for 40 and 2 for 50 of 100, and 6, which stands for "never used", for 10: 44.4 % of those
 * who say are satisfied. One row more is no date.
 */
export function oddSurvey(): Buffer {
  const codes = 'NUM;DATE_VISITE;MAGASIN;Q1;Q2A;Q2B;PANIER;REMARQUE'
  const questions =
    'Numéro;Date de la visite;Magasin;Nous recommanderiez-vous ?;Propreté;Accueil;Montant du panier;Une remarque ?'
  const rows = Array.from({ length: 200 }, (_, index) => visitor(index))
  const wrong = 'V200;le 3 mars;Lyon;9;4;4;10,00;'
  return Buffer.from([codes, questions, ...rows, wrong, ''].join('\r\n'), 'latin1')
}

function visitor(index: number): string {
  const month = index < 100 ? '01' : '02'
  const date = `${String((index % 28) + 1).padStart(2, '0')}/${month}/2026`
  const tenth = Math.floor(index / 10) % 10
  const recommend = index % 10 < 6 ? 9 + (tenth % 2) : index % 10 < 8 ? 7 + (tenth % 2) : tenth % 7
  const clean = index % 10 === 9 ? 6 : index % 2 ? 5 : 2
  const welcome = index % 10 === 8 ? 6 : 1 + (tenth % 5)
  const basket = `${8 + ((index * 37) % 90)},${String((index * 13) % 100).padStart(2, '0')}`
  const remark = index % 4 === 0 ? `${remarks[tenth % 5]}, passage ${index}` : ''
  const store = ['Lyon', 'Nîmes', 'Évry'][index % 3]
  return [`V${index}`, date, store, recommend, clean, welcome, basket, remark].join(';')
}
