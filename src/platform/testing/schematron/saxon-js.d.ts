/** The few parts of saxon-js used by the tests; the package has no types of its own. */
declare module "saxon-js" {
  const SaxonJS: {
    getProcessorInfo(): { productVersion: string };
    getPlatform(): { parseXmlFromString(text: string): unknown };
    XPath: {
      evaluate(expression: string, context: unknown, options: { params: Record<string, unknown> }): unknown;
      sefToJSON: (node: unknown) => unknown;
    };
  };
  export default SaxonJS;
}
