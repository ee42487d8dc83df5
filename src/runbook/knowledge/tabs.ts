/** A line that opens a set of tabs of which one is read: MDX's, GitBook's, Hugo's. */
export const SET_OPENS = /^[ \t]*(?:<Tabs\b|\{%-?\s*tabs\b|\{\{[<%]\s*(?:tabs|tabpane)\b)/;
export const SET_CLOSES = /^[ \t]*(?:<\/Tabs>|\{%-?\s*endtabs\b|\{\{[<%]\s*\/(?:tabs|tabpane)\b)/;

/** A line that opens one of them. */
export const TAB_OPENS = /^[ \t]*(?:<Tab(?:Item)?\s|\{%-?\s*tab\s|\{\{[<%]\s*tab\s)/;
export const TAB_CLOSES = /^[ \t]*(?:<\/Tab(?:Item)?>|\{%-?\s*endtab\s|\{\{[<%]\s*\/tab\s)/;

/** What such a line calls its tab: `label="Docker"`, `{% tab title="Docker" %}`, `{{< tab "Docker" >}}`. The first that is there. */
export const TAB_NAMES: readonly RegExp[] = [
  /\b(?:label|title|name|header|heading)=\{?["']([^"']{1,60})["']/,
  /\btab\s+["']([^"']{1,60})["']/,
  /\bvalue=\{?["']([^"']{1,60})["']/,
];

/** A tab of Material for MkDocs, in which all is set further in: `=== "Docker"`. */
export const INDENTED_TAB = /^([ \t]*)===[!+]?[ \t]+["']([^"']{1,60})["'][ \t]*$/;
