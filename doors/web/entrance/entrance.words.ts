import { defineWords } from '../../../foundations/ui/words/define-words.ts'

export const entranceWords = defineWords('entrance', {
  motto: {
    en: 'Say what you promise, hear what people live, see the gap, improve.',
    fr: 'Dire ce que l’on promet, entendre ce que vivent les gens, voir l’écart, progresser.',
  },
  signInTitle: { en: 'Sign in', fr: 'Se connecter' },
  email: { en: 'E-mail', fr: 'E-mail' },
  password: { en: 'Password', fr: 'Mot de passe' },
  signIn: { en: 'Sign in', fr: 'Se connecter' },
  refused: {
    en: 'This e-mail and this password do not go together.',
    fr: 'Cet e-mail et ce mot de passe ne vont pas ensemble.',
  },
  tooMany: {
    en: 'Too many attempts. Wait a minute and try again.',
    fr: 'Trop d’essais. Attendez une minute puis réessayez.',
  },
  unreached: {
    en: 'The server did not answer. Nothing is lost: try again in a moment.',
    fr: 'Le serveur n’a pas répondu. Rien n’est perdu : réessayez dans un instant.',
  },
  firstTime: {
    en: 'First time here? The server prints a one-time link when it starts.',
    fr: 'Première visite ? Le serveur affiche un lien à usage unique à son démarrage.',
  },
  welcomeTitle: { en: 'Welcome', fr: 'Bienvenue' },
  welcomeText: {
    en: 'You are the first here. This makes your account and the workspace of your organisation.',
    fr: 'Vous êtes la première personne ici. Ceci crée votre compte et l’espace de votre organisation.',
  },
  noToken: {
    en: 'Open the one-time link that the server printed when it started.',
    fr: 'Ouvrez le lien à usage unique que le serveur a affiché à son démarrage.',
  },
  noTokenHint: {
    en: 'It looks like {address} followed by a long code. If it was used already, sign in.',
    fr: 'Il ressemble à {address} suivi d’un long code. S’il a déjà servi, connectez-vous.',
  },
  name: { en: 'Your name', fr: 'Votre nom' },
  passwordRule: { en: 'At least 10 characters', fr: 'Au moins 10 caractères' },
  organisation: { en: 'Name of the organisation', fr: 'Nom de l’organisation' },
  begin: { en: 'Begin', fr: 'Commencer' },
  workspaceTitle: { en: 'Make a workspace', fr: 'Créer un espace' },
  workspaceText: {
    en: 'A workspace holds the experience of one brand or organisation.',
    fr: 'Un espace contient l’expérience d’une marque ou d’une organisation.',
  },
  workspaceKey: { en: 'Key in addresses', fr: 'Clé dans les adresses' },
  workspaceKeyRule: {
    en: 'Lower-case letters, digits and hyphens',
    fr: 'Minuscules sans accent, chiffres et traits d’union',
  },
  make: { en: 'Make it', fr: 'Créer' },
})
