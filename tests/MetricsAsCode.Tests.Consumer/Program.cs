using Metrics.Northwind;
using MetricsAsCode;

string data = args.Length > 0 ? args[0] : "metrics-defs/northwind/data";
var orders = OrdersFrame.ReadCsv(Path.Combine(data, "orders.csv"), also: Orders.ShipCountry);
var customers = CustomersFrame.ReadCsv(Path.Combine(data, "customers.csv"));
var lines = OrderLinesFrame.ReadCsv(Path.Combine(data, "order_details.csv"));
var northwind = new NorthwindCalculator(customers, orders, lines);

var all = Period.Range(Period.Year(1996), Period.Year(1998));
Money revenue = northwind.Revenue(all);
Ratio repeat = northwind.RepeatCustomerShare(all);
Count late = northwind.LateOrders(all);
Console.WriteLine($"revenue {revenue}, {late} late orders, {repeat.Numerator} of {repeat.Denominator} customers came back");

foreach (var (period, value) in northwind.Revenue([Period.Year(1996), Period.Year(1997), Period.Year(1998)]))
    Console.WriteLine($"{period} {value}");

var byCountry = northwind.OrdersPlaced(Period.Year(1997), by: Customers.Country);
var byShipCountry = northwind.OrdersPlaced(Period.Year(1997), by: Orders.ShipCountry);
Console.WriteLine($"Germany {byCountry["Germany"]}, shipped there {byShipCountry["Germany"]}, {byCountry.Count} countries");
