using System.Runtime.ExceptionServices;

namespace MetricsAsCode.Threads;

/// <summary>Does a piece of work in some threads at once, this one among them.</summary>
internal static class SideBySide
{
    /// <summary>Runs the work once per thread, numbered from 0, and waits for all. An exception of the first thread that has one is thrown here.</summary>
    /// <param name="threads">How many.</param>
    /// <param name="work">The work of a thread.</param>
    /// <param name="stop">Called when a thread throws, so that the others end too; null lets them finish.</param>
    public static void Run(int threads, Action<int> work, Action? stop = null)
    {
        var failures = new ExceptionDispatchInfo?[threads];
        var others = new Thread[threads - 1];
        for (int i = 0; i < others.Length; i++)
        {
            int thread = i + 1;
            others[i] = new Thread(() => RunOne(thread)) { IsBackground = true };
            others[i].Start();
        }

        RunOne(0);
        foreach (var other in others)
            other.Join();
        failures.FirstOrDefault(f => f is not null)?.Throw();

        void RunOne(int thread)
        {
            try
            {
                work(thread);
            }
            catch (Exception e)
            {
                failures[thread] = ExceptionDispatchInfo.Capture(e);
                stop?.Invoke();
            }
        }
    }
}
