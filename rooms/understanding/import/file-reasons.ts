import type { Locale } from '../../../foundations/http/locale.contract.ts'
import { unfitKinds } from './file-kind.ts'
import { keptReasons } from './kept-reasons.ts'

/** Why a file cannot be read, or an import broke off or stays, in both languages. */
const reasons = {
  columnTwice: {
    en: 'Two columns are called "{name}". Rename one of them.',
    fr: 'Deux colonnes s’appellent « {name} ». Renommez l’une d’elles.',
  },
  columnTwiceIn: {
    en: 'In "{part}": Two columns are called "{name}". Rename one of them.',
    fr: 'Dans « {part} » : deux colonnes s’appellent « {name} ». Renommez l’une d’elles.',
  },
  columnMissing: {
    en: 'The mapping names {columns}, which the file does not have. Its columns are: {names}.',
    fr: 'La correspondance cite {columns}, que le fichier n’a pas. Ses colonnes sont : {names}.',
  },
  columnMissingIn: {
    en: 'In "{part}": The mapping names {columns}, which the file does not have. Its columns are: {names}.',
    fr: 'Dans « {part} » : la correspondance cite {columns}, que le fichier n’a pas. Ses colonnes sont : {names}.',
  },
  unfit: { en: 'The file is {kind}.', fr: 'Le fichier est {kind}.' },
  unfitWithin: {
    en: 'What is packed in the file is {kind}.',
    fr: 'Ce que contient le fichier compressé est {kind}.',
  },
  packedTwice: {
    en: 'What is packed in the file is a packed file in a packed file ({kind}); unpack it once.',
    fr: 'Le fichier compressé contient un fichier compressé ({kind}) ; décompressez-le une fois.',
  },
  otherFormat: {
    en: 'The mapping says the file is {format}; it is {found}. Correct file.format, or leave it out.',
    fr: 'La correspondance dit que le fichier est {format} ; il est {found}. Corrigez file.format, ou retirez-le.',
  },
  notTheFormat: {
    en: 'The mapping says the file is {format}; it is no {format}. Correct file.format, or leave it out.',
    fr: 'La correspondance dit que le fichier est {format} ; ce n’en est pas un. Corrigez file.format, ou retirez-le.',
  },
  gzipDamaged: {
    en: 'The gzip file is damaged or was cut off. Fetch or pack it again.',
    fr: 'Le fichier gzip est abîmé ou a été coupé. Récupérez-le ou compressez-le de nouveau.',
  },
  noSuchPart: {
    en: 'The archive has no file "{sheet}". Its files are: {names}.',
    fr: 'L’archive n’a pas de fichier « {sheet} ». Ses fichiers sont : {names}.',
  },
  noText: {
    en: 'The archive holds no file of text (.csv, .tsv, .txt, .jsonl) to import.',
    fr: 'L’archive ne contient aucun fichier de texte (.csv, .tsv, .txt, .jsonl) à importer.',
  },
  bomb: {
    en: 'The file unpacks to more than {times} times its size, as files do that are made to do harm. Unpack it yourself if you trust it.',
    fr: 'Le fichier décompressé fait plus de {times} fois sa taille, comme les fichiers faits pour nuire. Décompressez-le vous-même si vous lui faites confiance.',
  },
  noObjectAt: {
    en: 'Line {line} is no JSON object; give one object a line, such as {example}.',
    fr: 'La ligne {line} n’est pas un objet JSON ; donnez un objet par ligne, comme {example}.',
  },
  endlessLine: { en: 'Line {line} never ends.', fr: 'La ligne {line} ne finit jamais.' },
  fileMissing: {
    en: 'The mapping needs "{name}" ({pattern}), which is not among the files.',
    fr: 'La correspondance a besoin de « {name} » ({pattern}), qui n’est pas parmi les fichiers.',
  },
  fileUnexpected: {
    en: '"{name}" is none of the files that the mapping names: {patterns}.',
    fr: '« {name} » n’est aucun des fichiers que cite la correspondance : {patterns}.',
  },
  joinedTwice: {
    en: 'A joined column is called "{name}" like one of the file. Give it another name: columns: { {name}: … }.',
    fr: 'Une colonne jointe s’appelle « {name} » comme une du fichier. Donnez-lui un autre nom par `columns: { {name}: … }`.',
  },
  notInEncoding: {
    en: 'The file is not text in {encoding}. Name its encoding in the mapping: file.encoding.',
    fr: 'Le fichier n’est pas du texte en {encoding}. Citez son encodage dans la correspondance : file.encoding.',
  },
  tooManyEntries: {
    en: 'The archive holds {count} files. Give one of at most {most}.',
    fr: 'L’archive contient {count} fichiers. Donnez-en une de {most} au plus.',
  },
  locked: {
    en: '"{name}" is locked by a password. Give it unlocked.',
    fr: '« {name} » est protégé par un mot de passe. Donnez-le sans.',
  },
  zipDamaged: {
    en: 'The archive is damaged or was cut off ({fault}). Fetch or pack it again.',
    fr: 'L’archive est abîmée ou a été coupée ({fault}). Récupérez-la ou compressez-la de nouveau.',
  },
  empty: {
    en: 'The file is empty. Give one whose first row names its columns.',
    fr: 'Le fichier est vide. Donnez-en un dont la première ligne nomme les colonnes.',
  },
  keyTwice: {
    en: 'In "{name}" two rows have the key "{key}" and say different things. A file that others are joined to needs one row for each key.',
    fr: 'Dans « {name} », deux lignes ont la clé « {key} » et disent autre chose. Un fichier auquel on en joint d’autres a une ligne par clé.',
  },
  lookupTooLarge: {
    en: '"{name}" is too large to be looked up: its columns may take {most} MB. Join fewer columns, or read it as a table of its own.',
    fr: '« {name} » est trop grand pour y chercher : ses colonnes peuvent prendre {most} Mo. Joignez moins de colonnes, ou lisez-le comme une table à part.',
  },
  parquetPacking: {
    en: 'The Parquet file is packed by {codec}, which is not read here. Write it with snappy, gzip, zstd or brotli.',
    fr: 'Le fichier Parquet est compressé par {codec}, qui n’est pas lu ici. Écrivez-le avec snappy, gzip, zstd ou brotli.',
  },
  parquetGroups: {
    en: 'The file keeps rows in groups of {size} MB. Write it with groups of at most 512 MB.',
    fr: 'Le fichier garde ses lignes par groupes de {size} Mo. Écrivez-le avec des groupes de 512 Mo au plus.',
  },
  parquetDamaged: {
    en: 'The Parquet file is damaged or was cut off ({fault}). Fetch or write it again.',
    fr: 'Le fichier Parquet est abîmé ou a été coupé ({fault}). Récupérez-le ou écrivez-le de nouveau.',
  },
  noCsv: { en: 'The file is no CSV: {fault}.', fr: 'Le fichier n’est pas un CSV : {fault}.' },
  workbookDamaged: {
    en: 'The workbook is damaged ({fault}). Save it again.',
    fr: 'Le classeur est abîmé ({fault}). Enregistrez-le de nouveau.',
  },
  noSuchSheet: {
    en: 'The workbook has no sheet "{sheet}". Its sheets are: {names}.',
    fr: 'Le classeur n’a pas de feuille « {sheet} ». Ses feuilles sont : {names}.',
  },
  workbookTooLarge: {
    en: 'The workbook holds more text than fits into memory. Save it as CSV.',
    fr: 'Le classeur contient plus de texte que la mémoire n’en tient. Enregistrez-le en CSV.',
  },
  tooManyRows: {
    en: 'The file has more than {most} rows without an id. Give the mapping one: row.id.',
    fr: 'Le fichier a plus de {most} lignes sans identifiant. Donnez-en un à la correspondance : row.id.',
  },
  diskFull: {
    en: 'The disk of the server is full. What was kept until then stays, and is recognised when the file is imported again.',
    fr: 'Le disque du serveur est plein. Ce qui était gardé jusque-là reste, et sera reconnu quand le fichier sera importé de nouveau.',
  },
  notKept: {
    en: 'The rows could not be kept; the log of the server says why. What was kept until then stays, and is recognised when the file is imported again.',
    fr: 'Les lignes n’ont pas pu être gardées ; le journal du serveur dit pourquoi. Ce qui était gardé jusque-là reste, et sera reconnu quand le fichier sera importé de nouveau.',
  },
  correctedSince: {
    en: 'Rows of this import were corrected since by {imports}. Undo what corrected them first.',
    fr: 'Des lignes de cet import ont été corrigées depuis par {imports}. Annulez d’abord ce qui les a corrigées.',
  },
} as const
type FileReason = keyof typeof reasons

const kept = keptReasons<FileReason>(reasons, new Map(unfitKinds.map(({ en, fr }) => [en, fr])))

/** Why a file cannot be read or an import ended as it did, as it is kept: in English. */
export const fileReason = kept.reason

/** The same in the language of whoever reads it; as it is where nobody knows it. */
export function fileReasonIn(text: string, language: Locale): string {
  return kept.reasonIn(text, language) ?? text
}
