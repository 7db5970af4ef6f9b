metadata description = 'Application Insights on a Log Analytics workspace.'

@description('Base of the names.')
param name string

@description('Azure region.')
param location string

@description('Tags on the resources.')
param tags { *: string }

@description('How long telemetry is kept, in days.')
param retentionInDays int

resource workspace 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: '${name}-logs'
  location: location
  tags: tags
  properties: {
    sku: {
      name: 'PerGB2018'
    }
    retentionInDays: retentionInDays
    features: {
      enableLogAccessUsingOnlyResourcePermissions: true
    }
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: '${name}-insights'
  location: location
  tags: tags
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: workspace.id
    // The API has no users of its own to tell apart: addresses of readers are not kept.
    DisableIpMasking: false
  }
}

@description('Where telemetry goes. It names the instance and lets nobody read it.')
output connectionString string = insights.properties.ConnectionString
