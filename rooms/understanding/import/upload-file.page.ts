import { readProblem } from '../../../foundations/ui/api/problem.ts'

export interface UploadedFile {
  readonly id: string
  readonly fileName: string
  readonly bytes: number
}

interface UploadNeeds {
  readonly workspace: string
  readonly file: File
  /** Told the share that has left, 0–1. */
  readonly onProgress: (share: number) => void
}

function bodyOf(request: XMLHttpRequest): unknown {
  try {
    return JSON.parse(request.responseText)
  } catch {
    return null
  }
}

/** Sends a file as it is; an XMLHttpRequest, because fetch cannot tell how much of a body has left. */
export function uploadFile({ workspace, file, onProgress }: UploadNeeds): Promise<UploadedFile> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('PUT', `/api/v1/workspaces/${workspace}/uploads/${encodeURIComponent(file.name)}`)
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.upload.onprogress = (event) => onProgress(event.loaded / Math.max(1, event.total))
    request.onload = () => {
      const { status } = request
      const body = bodyOf(request)
      if (status >= 200 && status < 300) resolve(body as UploadedFile)
      else reject(Object.assign(new Error('refused'), { status, data: readProblem(body, status) }))
    }
    request.onerror = () => reject(new Error('unreached'))
    request.send(file)
  })
}
