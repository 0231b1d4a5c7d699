// Beside what src/engine/stopword.d.ts declares.
declare module 'stopword' {
  export const cat: string[];
  export const ces: string[];
  export const hrv: string[];
  export const ind: string[];
  export const pol: string[];
  export const slk: string[];
}
