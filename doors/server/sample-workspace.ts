/** The workspace in which the sample organisation lives, and nothing else: to remove it is to remove the sample. */
export const sampleWorkspace = { key: 'sample', name: 'Orvane (simulated)' }
