import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi } from '../../../foundations/ui/api/use-api.ts'
import { useSession } from '../../../foundations/ui/session/session-context.ts'
import { understandingContract } from '../contract.ts'
import { uploadFile } from './upload-file.page.ts'

export interface Uploading {
  readonly name: string
  readonly share: number
}

/** Uploads files one after another and starts an import of each. */
export function useImport() {
  const { workspace } = useSession()
  const { call, query } = useApi(understandingContract)
  const client = useQueryClient()
  const [files, setFiles] = useState<readonly File[]>([])
  const [mapping, setMapping] = useState('')
  const [dryRun, setDryRun] = useState(false)
  const [uploading, setUploading] = useState<Uploading | null>(null)
  const start = useMutation({
    mutationFn: async () => {
      for (const file of files) {
        const onProgress = (share: number) => setUploading({ name: file.name, share })
        const { id } = await uploadFile({ workspace, file, onProgress })
        await call.imports.start({ workspace, upload: id, mapping, dryRun })
        await client.invalidateQueries({ queryKey: query.imports.key() })
      }
    },
    onSettled: () => setUploading(null),
  })
  return { files, setFiles, mapping, setMapping, dryRun, setDryRun, uploading, start }
}

export type ImportForm = ReturnType<typeof useImport>
