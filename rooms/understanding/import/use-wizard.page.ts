import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useApi } from '../../../foundations/ui/api/use-api.ts'
import { keyOfName } from '../../../foundations/ui/form/key-of-name.ts'
import { useSession } from '../../../foundations/ui/session/session-context.ts'
import { type Proposal, understandingContract } from '../contract.ts'
import { type ColumnChoice, choicesOf, draftColumns, faultOf } from './column-choice.page.ts'
import { draftContract, type MappingDraft } from './draft.contract.ts'
import { type UploadedFile, uploadFile } from './upload-file.page.ts'

export type WizardStep = 'files' | 'columns' | 'preview' | 'result'

export type About = Omit<MappingDraft, 'file' | 'columns'>

export interface Uploading {
  readonly name: string
  readonly share: number
}

const settledMs = 350

function nameOfFile(fileName: string): string {
  return fileName.replace(/\.(gz|zip)$/i, '').replace(/\.[a-z]{2,7}$/i, '') || fileName
}

function aboutFile(fileName: string): About {
  const name = nameOfFile(fileName)
  const day = new Date().toISOString().slice(0, 10)
  return { name, source: keyOfName(name) || 'file', population: 'customers', day }
}

/** Uploads files one after the other, then asks what the first of them seems to be. */
function useUpload(onRead: (proposal: Proposal | null, uploads: readonly UploadedFile[]) => void) {
  const { workspace } = useSession()
  const { call } = useApi(understandingContract)
  const [uploading, setUploading] = useState<Uploading | null>(null)
  const upload = useMutation({
    mutationFn: async (files: readonly File[]) => {
      const uploads: UploadedFile[] = []
      for (const file of files) {
        const onProgress = (share: number) => setUploading({ name: file.name, share })
        uploads.push(await uploadFile({ workspace, file, onProgress }))
      }
      setUploading(null)
      const proposal = await call.imports.propose({ workspace, upload: uploads[0]!.id })
      onRead(proposal, uploads)
    },
    onSettled: () => setUploading(null),
  })
  return { uploading, upload }
}

/** The mapping that the form stands for, or the one that is written by hand, with what does not fit in it. */
function useMapping(draft: MappingDraft | null, written: string | null) {
  const { workspace } = useSession()
  const { query } = useApi(draftContract)
  const [settledDraft] = useDebouncedValue(draft, settledMs)
  const [settledText] = useDebouncedValue(written, settledMs)
  const byHand = written !== null
  const formed = useQuery(
    query.drafts.write.queryOptions({
      input: { workspace, ...settledDraft! },
      enabled: !byHand && settledDraft !== null,
      placeholderData: keepPreviousData,
    }),
  )
  const checked = useQuery(
    query.drafts.check.queryOptions({
      input: { workspace, mapping: settledText ?? '' },
      enabled: byHand && (settledText ?? '').trim() !== '',
      placeholderData: keepPreviousData,
    }),
  )
  const current = byHand ? checked : formed
  const settled = byHand ? settledText === written : settledDraft === draft
  return {
    mapping: written ?? formed.data?.mapping ?? '',
    findings: current.data?.findings,
    /** Whether what is shown is what was last said. */
    settled: settled && current.data !== undefined && !current.isFetching,
    error: current.error,
  }
}

/** All that the wizard knows, from the files to the mapping they are read by. */
export function useWizard() {
  const [step, setStep] = useState<WizardStep>('files')
  const [uploads, setUploads] = useState<readonly UploadedFile[]>([])
  const [proposal, setProposal] = useState<Proposal | null>(null)
  const [choices, setChoices] = useState<readonly ColumnChoice[]>([])
  const [about, setAbout] = useState<About>(() => aboutFile('file'))
  const [written, setWritten] = useState<string | null>(null)
  const { uploading, upload } = useUpload((proposed, uploaded) => {
    setUploads(uploaded)
    setProposal(proposed)
    setChoices(proposed ? choicesOf(proposed) : [])
    setAbout(aboutFile(uploaded[0]!.fileName))
    setStep('columns')
  })
  const faulty = choices.some((choice) => faultOf(choice) !== null) || about.source === ''
  const draft = useMemo(
    () => (proposal && !faulty ? { ...about, file: proposal.file, columns: draftColumns(choices) } : null),
    [proposal, faulty, about, choices],
  )
  const mapped = useMapping(draft, written)
  const sound = mapped.settled && mapped.findings?.length === 0 && (written !== null || !faulty)
  const startOver = () => {
    setStep('files')
    setUploads([])
    setProposal(null)
    setChoices([])
    setWritten(null)
    upload.reset()
  }
  const change = (column: string, to: (choice: ColumnChoice) => ColumnChoice) =>
    setChoices((all) => all.map((choice) => (choice.column === column ? to(choice) : choice)))
  return {
    ...{ step, setStep, uploads, uploading, upload, proposal, choices, setChoices, change },
    ...{ about, setAbout, written, setWritten, faulty, sound, startOver },
    ...mapped,
  }
}
export type Wizard = ReturnType<typeof useWizard>

/** Files that a mapping joins are one import; those that it reads alike are one each. */
export function filesTogether(uploads: readonly UploadedFile[], mapping: string): string[][] {
  const ids = uploads.map(({ id }) => id)
  return /^tables\s*:/m.test(mapping) ? [ids] : ids.map((id) => [id])
}
