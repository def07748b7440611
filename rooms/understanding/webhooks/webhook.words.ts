import { defineWords } from '../../../foundations/ui/words/define-words.ts'

export const webhookWords = defineWords('webhooks', {
  title: { en: 'Webhooks', fr: 'Webhooks' },
  note: {
    en: 'Addresses at which other systems deliver what happened there: reviews, tickets, orders. Every delivery is signed.',
    fr: 'Adresses où d’autres systèmes livrent ce qui s’y passe : avis, tickets, commandes. Chaque livraison est signée.',
  },
  none: { en: 'No other system delivers here yet.', fr: 'Aucun autre système ne livre encore ici.' },
  noneText: {
    en: 'Open an address, give it and its secret to the other system, and say how what it delivers becomes events.',
    fr: 'Ouvrez une adresse, donnez-la avec son secret à l’autre système, et dites comment ce qu’il livre devient des événements.',
  },
  mayNot: {
    en: 'Opening an address is for those who may write keys.',
    fr: 'Ouvrir une adresse revient à ceux qui peuvent écrire des clés.',
  },
  add: { en: 'Open an address', fr: 'Ouvrir une adresse' },
  name: { en: 'Name', fr: 'Nom' },
  nameHint: {
    en: 'Its events come from a source of this name.',
    fr: 'Ses événements viennent d’une source de ce nom.',
  },
  address: { en: 'Address', fr: 'Adresse' },
  signature: { en: 'Signed as', fr: 'Signée selon' },
  standard: { en: 'Standard Webhooks', fr: 'Standard Webhooks' },
  github: { en: 'GitHub (X-Hub-Signature-256)', fr: 'GitHub (X-Hub-Signature-256)' },
  mapping: { en: 'How it becomes events, as YAML', fr: 'Comment cela devient des événements, en YAML' },
  mappingHint: {
    en: 'Places in the delivery are written with dots: data.customer.id.',
    fr: 'Les endroits de la livraison s’écrivent avec des points : data.customer.id.',
  },
  delivery: { en: 'Try a delivery, as JSON', fr: 'Essayer une livraison, en JSON' },
  deliveryHint: {
    en: 'Paste what the other system sends; nothing of it is kept.',
    fr: 'Collez ce qu’envoie l’autre système ; rien n’en est gardé.',
  },
  tried: { en: 'What it would become', fr: 'Ce que cela deviendrait' },
  noEvents: {
    en: 'No event: there is no list where the mapping looks for one.',
    fr: 'Aucun événement : là où la correspondance cherche une liste, il n’y en a pas.',
  },
  noName: { en: 'without a name', fr: 'sans nom' },
  facts: { en: 'kept', fr: 'gardé' },
  held: { en: 'waits to be mapped', fr: 'attend d’être rattaché' },
  ignored: { en: 'left out by a rule', fr: 'écarté par une règle' },
  invalid: { en: 'unreadable', fr: 'illisible' },
  noFact: { en: 'it says nothing that is counted', fr: 'il ne dit rien que l’on compte' },
  heldName: {
    en: 'No rule knows “{key}” yet.',
    fr: 'Aucune règle ne connaît encore « {key} ».',
  },
  heldTouchpoint: {
    en: 'The touchpoint “{key}” is not designed.',
    fr: 'Le point de contact « {key} » n’est pas conçu.',
  },
  secretSince: { en: 'Secret since', fr: 'Secret depuis' },
  copy: { en: 'Copy the address', fr: 'Copier l’adresse' },
  copyOf: { en: 'Copy the address of {name}', fr: 'Copier l’adresse de {name}' },
  copied: { en: 'Copied', fr: 'Copié' },
  change: { en: 'Change', fr: 'Modifier' },
  changeOf: { en: 'Change {name}', fr: 'Modifier {name}' },
  rotate: { en: 'New secret', fr: 'Nouveau secret' },
  rotateOf: { en: 'New secret for {name}', fr: 'Nouveau secret pour {name}' },
  rotateSure: { en: 'Make a new secret for {name}?', fr: 'Créer un nouveau secret pour {name} ?' },
  rotateText: {
    en: 'The secret before counts a day longer, so that nothing is lost while you change the sender.',
    fr: 'Le secret précédent vaut encore un jour : rien ne se perd le temps de changer l’expéditeur.',
  },
  secretTitle: { en: 'The secret, shown once', fr: 'Le secret, montré une fois' },
  secretText: {
    en: 'Give it to the sender now; it is not shown again.',
    fr: 'Donnez-le maintenant à l’expéditeur ; il ne sera plus montré.',
  },
  copySecret: { en: 'Copy', fr: 'Copier' },
  secretKept: { en: 'I have kept it', fr: 'Je l’ai gardé' },
})
