/** The package hides its own types behind `exports` under NodeNext; these are the functions used here. */
declare module 'cephes' {
  /** Settles when the WebAssembly code may be called. */
  export const compiled: Promise<void>;
  /** Upper tail of the χ² distribution. */
  export function chdtrc(df: number, x: number): number;
  /** Upper tail of the F distribution; whole degrees of freedom. */
  export function fdtrc(df1: number, df2: number, x: number): number;
  /** Regularised upper incomplete gamma function. */
  export function igamc(a: number, x: number): number;
  /** Regularised incomplete beta function. */
  export function incbet(a: number, b: number, x: number): number;
  /** Inverse of the regularised incomplete beta function. */
  export function incbi(a: number, b: number, y: number): number;
  /** Quantile of the standard normal distribution. */
  export function ndtri(p: number): number;
  /** Logarithm of the absolute value of the gamma function. */
  export function lgam(x: number): number;
  /** Digamma: derivative of the logarithm of the gamma function. */
  export function psi(x: number): number;
}
