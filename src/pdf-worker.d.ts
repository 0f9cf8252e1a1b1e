/** The reading half of pdf.js, which its package has no types for. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {
  export const WorkerMessageHandler: { initializeFromPort(port: EventTarget): void };
}
