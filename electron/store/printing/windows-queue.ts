/** The names of the printers of Windows, one a line. */
export const LIST_PRINTERS = `
[Console]::OutputEncoding = [System.Text.Encoding]::UTF8
Get-Printer | ForEach-Object { $_.Name }
`;

/**
 * Writes bytes (base64 on the input) to the printer that COUNTER_PRINTER names, as a RAW job of the Windows spooler.
 * Ends with 2 when the printer cannot be opened or the job not begun, and with 3 when it broke off within the job.
 */
export const WRITE_RAW = `
$ErrorActionPreference = 'Stop'
$bytes = [Convert]::FromBase64String([Console]::In.ReadToEnd())
Add-Type -TypeDefinition @'
using System;
using System.Runtime.InteropServices;
public static class CounterSpooler {
  [StructLayout(LayoutKind.Sequential, CharSet = CharSet.Unicode)]
  public struct DocInfo { public string Name; public string OutputFile; public string DataType; }
  [DllImport("winspool.drv", EntryPoint = "OpenPrinterW", CharSet = CharSet.Unicode, SetLastError = true)]
  static extern bool OpenPrinter(string name, out IntPtr printer, IntPtr defaults);
  [DllImport("winspool.drv", EntryPoint = "StartDocPrinterW", CharSet = CharSet.Unicode, SetLastError = true)]
  static extern int StartDocPrinter(IntPtr printer, int level, ref DocInfo info);
  [DllImport("winspool.drv")] static extern bool StartPagePrinter(IntPtr printer);
  [DllImport("winspool.drv")] static extern bool WritePrinter(IntPtr printer, byte[] bytes, int count, out int written);
  [DllImport("winspool.drv")] static extern bool EndPagePrinter(IntPtr printer);
  [DllImport("winspool.drv")] static extern bool EndDocPrinter(IntPtr printer);
  [DllImport("winspool.drv")] static extern bool ClosePrinter(IntPtr printer);
  public static int Write(string name, byte[] bytes) {
    IntPtr printer;
    if (!OpenPrinter(name, out printer, IntPtr.Zero)) return 2;
    try {
      var info = new DocInfo { Name = "JewelAI Counter", DataType = "RAW" };
      if (StartDocPrinter(printer, 1, ref info) == 0) return 2;
      int written = 0;
      bool sent = StartPagePrinter(printer) && WritePrinter(printer, bytes, bytes.Length, out written);
      bool ended = EndPagePrinter(printer) & EndDocPrinter(printer);
      return sent && ended && written == bytes.Length ? 0 : 3;
    } finally { ClosePrinter(printer); }
  }
}
'@
exit [CounterSpooler]::Write($env:COUNTER_PRINTER, $bytes)
`;

/** A script as one argument, so that no quoting of a shell changes it. PowerShell takes UTF-16. */
export function powershellArgs(script: string): readonly string[] {
  const encoded = Buffer.from(script, 'utf16le').toString('base64');
  return [
    '-NoProfile',
    '-NonInteractive',
    '-ExecutionPolicy',
    'Bypass',
    '-EncodedCommand',
    encoded,
  ];
}
